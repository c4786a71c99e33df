import { matchesIn } from '@cahier/prose'

/** A few words that are one only with its hyphens. */
export interface LostHyphens {
  readonly from: number
  readonly to: number
  readonly meant: string
}

/** Where a text has words that French never writes without hyphens: « c’est à dire », « au delà », « celui ci ». */
export function lostHyphens(text: string): readonly LostHyphens[] {
  return matchesIn(text, LOST).map(({ 0: written, index }) => ({
    from: index,
    to: index + written.length,
    meant: written.replace(/[ \u00A0]/g, '-').replace("'", '’'),
  }))
}

const NEVER_APART = [
  // « C’est à dire vrai », « c’est à dire et à répéter » are said of what must be told.
  "c['’]est à dire(?! (?:vrai|et à)(?!\\p{L}))",
  'au (?:delà|dessus|dessous)',
  'par (?:dessus|dessous)',
  'là (?:dessus|dessous|dedans)',
  'ci (?:dessus|dessous|après|contre|jointe?s?)',
  'jusque là(?! où)',
  'vis à vis',
  'quelques une?s',
  'rez de chaussée',
  'soi disant',
  'arcs? en ciel',
  'procès verb(?:al|aux)',
  'vice présidente?s?',
  'non respect',
  "(?:main|chefs?) d['’]œuvre",
  '(?<=à )mi (?:temps|parcours|chemin|hauteur)',
  // « À la demi précise », « la première demi oppose deux équipes » stand alone.
  '(?<=(?:une|la|cette|chaque|première|seconde|dernière) )demi (?:heure|journée|finale|douzaine|pension|mesure|part|portion|teinte|bouteille|tonne|page|saison|année|droite|sœur)',
  // « Il a plus value que prix » has an adverb.
  '(?<=(?:une|la|cette) )plus value',
  // « Ceux là où il pleut », « pour moi même si », « chez nous même les enfants » are two words each.
  '(?:celui|celles?|ceux) (?:ci|là(?! où))',
  '(?:lui|elle|soi|moi|toi|nous|vous) même(?! (?:si|quand|lorsque?|pas|s|les|des|une?)(?!\\p{L}))',
  '(?:eux|elles|nous|vous) mêmes',
]
const LOST = new RegExp(
  `(?<![\\p{L}\\p{M}\\d'’-])(?:${NEVER_APART.join('|').replaceAll(' ', '[ \\u00A0]')})(?![\\p{L}\\p{M}\\d'’-])`,
  'giu',
)
