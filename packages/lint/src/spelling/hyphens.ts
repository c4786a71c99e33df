import { matchesIn } from '@cahier/prose'

/**
 * Where a text has words that French never writes without hyphens: « c’est à dire », « au delà », «
 * celui ci », « y a t’il ».
 */
export function lostHyphens(text: string): readonly SpelledOtherwise[] {
  return [...wordsApart(text), ...askedWithout(text)]
}

function wordsApart(text: string): readonly SpelledOtherwise[] {
  const small = text.toLowerCase()
  const isBegun = (gap: number) => BEGUN.test(small.slice(Math.max(0, gap - LONGEST), gap))
  if (!matchesIn(small, GOING_ON).some(({ index }) => isBegun(index))) return []
  return matchesIn(text, LOST).map(({ 0: written, index }) => ({
    from: index,
    to: index + written.length,
    meant: written.replace(/[ \u00A0]/g, '-').replace("'", '’'),
  }))
}

// The `t` that is heard between a verb and its subject elides nothing, and keeps both its hyphens.
function askedWithout(text: string): readonly SpelledOtherwise[] {
  return matchesIn(text, ASKED).map(({ 0: written, 1: pronoun = '', index }) => {
    const verb = /\p{L}*$/u.exec(text.slice(Math.max(0, index - 20), index))?.[0] ?? ''
    return {
      from: index - verb.length,
      to: index + written.length,
      meant: `${verb}${/[td]$/.test(verb) ? '-' : '-t-'}${pronoun}`,
    }
  })
}

const ASKED = /(?:[ \u00A0-]t['’]| t-)(ils?|elles?|on)(?![\p{L}\p{M}\d'’-])/gu

/** What begins such words, and how they go on after a space. */
const NEVER_APART: readonly (readonly [first: string, rest: string])[] = [
  // « C’est à dire vrai », « c’est à dire et à répéter » are about telling something.
  ["c['’]est", 'à dire(?! (?:vrai|et à)(?!\\p{L}))'],
  ['au', '(?:delà|dessus|dessous)'],
  ['par', '(?:dessus|dessous)'],
  ['là', '(?:dessus|dessous|dedans)'],
  ['ci', '(?:dessus|dessous|après|contre|jointe?s?)'],
  ['jusque', 'là(?! où)'],
  ['vis', 'à vis'],
  ['quelques', 'une?s'],
  ['rez', 'de chaussée'],
  ['soi', 'disant'],
  ['arcs?', 'en ciel'],
  ['week', 'ends?'],
  ['procès', 'verb(?:al|aux)'],
  ['vice', 'présidente?s?'],
  ['non', 'respect'],
  ['(?:main|chefs?)', "d['’]œuvre"],
  ['(?<=à )mi', '(?:temps|parcours|chemin|hauteur)'],
  // « À la demi précise », « la première demi oppose deux équipes » are right alone.
  [
    '(?<=(?:une|la|cette|chaque|première|seconde|dernière) )demi',
    '(?:heure|journée|finale|douzaine|pension|mesure|part|portion|teinte|bouteille|tonne|page|saison|année|droite|sœur)',
  ],
  // « Vous vous rendez vous-mêmes » has its own, and « après midi » is when noon is past.
  ['(?<!vous )rendez', 'vous(?! (?:compte|mêmes?)(?!\\p{L}))'],
  // « D’après Midi libre » is of a newspaper.
  ["(?:l['’]|(?<=(?:un|une|cet|cette|chaque) ))après", 'midi'],
  ['(?<=(?:le|la|un|une|son|sa|notre|votre|leur) )porte', 'parole'],
  ['(?<=(?:le|un|du|au|son|chaque) )chefs?', 'lieux?'],
  ['quatre', 'vingts?'],
  // « Il a plus value que prix » has an adverb.
  ['(?<=(?:une|la|cette) )plus', 'value'],
  // « Celles ci dessus » are those above; « ceux là où il pleut », « pour moi même si », « chez
  // nous même les enfants » are two words each.
  ['(?:celui|celles?|ceux)', '(?:ci(?! dess(?:us|ous))|là(?! où))'],
  [
    '(?:lui|elle|soi|moi|toi|nous|vous)',
    'même(?! (?:si|quand|lorsque?|pas|s|les|des|une?)(?!\\p{L}))',
  ],
  ['(?:eux|elles|nous|vous)', 'mêmes'],
]
const APART = "[\\p{L}\\p{M}\\d'’-]"
const blank = (expression: string) => expression.replaceAll(' ', '[ \\u00A0]')
const LOST = new RegExp(
  blank(`(?<!${APART})(?:${NEVER_APART.map((both) => both.join(' ')).join('|')})(?!${APART})`),
  'giu',
)
// Asked first: they begin at a space, where the other is tried at every sign.
const GOING_ON = new RegExp(
  blank(` (?:${NEVER_APART.map(([, rest]) => rest).join('|')})(?!${APART})`),
  'gu',
)
const BEGUN = new RegExp(blank(`(?:${NEVER_APART.map(([first]) => first).join('|')})$`), 'u')
/** The word before the space, and the one that must precede it. */
const LONGEST = 30

/** A few words or one, in a text, and how they are written. */
export interface SpelledOtherwise {
  readonly from: number
  readonly to: number
  readonly meant: string
}

/**
 * Where a text has hyphens that French does not write, or one that takes something else with it: «
 * tout-à-fait », « y-a-t-il », « demie-heure ».
 */
export function addedHyphens(text: string): readonly SpelledOtherwise[] {
  if (!text.includes('-')) return []
  return matchesIn(text, HYPHEN).flatMap(({ index }) => {
    const from =
      index - (/[\p{L}]*$/u.exec(text.slice(Math.max(0, index - 10), index))?.[0].length ?? 0)
    const [written, verb] = ADDED.exec(text.slice(from, from + 24)) ?? []
    if (written === undefined) return []
    return [{ from, to: from + written.length, meant: rightly(written, verb) }]
  })
}

function rightly(written: string, verb: string | undefined): string {
  if (verb !== undefined) return written.replace('-', ' ')
  if (/^soit/i.test(written)) return written.replace('t-', '-')
  if (/^va/i.test(written)) return written.replace('-t-', '-t’')
  return /^demie/i.test(written) ? written.replace('e-', '-') : written.replaceAll('-', ' ')
}

// Asked first: most words with a hyphen have it by right.
const HYPHEN =
  /-(?=à-(?:fait|petit|jour|peu)|de-suite|et-à|sûr(?!\p{L})|même(?!\p{L})|a-t-|disant|t-en(?!\p{L})|heure|journée)(?<=(?:tout|petit|peu|mise|fur|bien|quand|y|soit|va|demie)-)/giu
const ADDED =
  /^(?:tout-(?:à-fait|de-suite)|petit-à-petit|peu-à-peu|mise-à-jour|fur-et-à-mesure|bien-sûr|quand-même|soit-disant|va-t-en|demie-(?:heure|journée)|(y)-a-t-(?:il|elle|on))(?![\p{L}\p{M}’'-])/iu
