import { matchesIn } from '@cahier/prose'

/**
 * The words of a text that lack a hyphen, and their right spelling: « c’est à dire », « au delà »,
 * « celui ci », « y a t’il ».
 */
export function missingHyphens(text: string): readonly SpelledOtherwise[] {
  return [...wordsApart(text), ...wrongInversions(text)]
}

function wordsApart(text: string): readonly SpelledOtherwise[] {
  const small = text.toLowerCase()
  const isBegun = (gap: number) => FIRST_PART.test(small.slice(Math.max(0, gap - LONGEST), gap))
  if (!matchesIn(small, SECOND_PART).some(({ index }) => isBegun(index))) return []
  return matchesIn(text, LOST).map(({ 0: written, index }) => ({
    from: index,
    to: index + written.length,
    meant: written.replace(/[ \u00A0]/g, '-').replace("'", '’'),
  }))
}

function wrongInversions(text: string): readonly SpelledOtherwise[] {
  return matchesIn(text, INVERSION).map(({ 0: written, 1: pronoun = '', index }) => {
    const verb = /\p{L}*$/u.exec(text.slice(Math.max(0, index - 20), index))?.[0] ?? ''
    return {
      from: index - verb.length,
      to: index + written.length,
      meant: `${verb}${/[td]$/.test(verb) ? '-' : '-t-'}${pronoun}`,
    }
  })
}

const INVERSION = /(?:[ \u00A0-]t['’]| t-)(ils?|elles?|on)(?![\p{L}\p{M}\d'’-])/gu

// Words that always have a hyphen between them.
const NEVER_APART: readonly (readonly [first: string, rest: string])[] = [
  // Not the verb `dire`: « c’est à dire vrai ».
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
  // Not the noun: « la première demi oppose deux équipes ».
  [
    '(?<=(?:une|la|cette|chaque|première|seconde|dernière) )demi',
    '(?:heure|journée|finale|douzaine|pension|mesure|part|portion|teinte|bouteille|tonne|page|saison|année|droite|sœur)',
  ],
  // Not the verb: « vous vous rendez vous-mêmes ».
  ['(?<!vous )rendez', 'vous(?! (?:compte|mêmes?)(?!\\p{L}))'],
  // Not « d’après Midi libre », a newspaper.
  ["(?:l['’]|(?<=(?:un|une|cet|cette|chaque) ))après", 'midi'],
  ['(?<=(?:le|la|un|une|son|sa|notre|votre|leur) )porte', 'parole'],
  ['(?<=(?:le|un|du|au|son|chaque) )chefs?', 'lieux?'],
  ['quatre', 'vingts?'],
  // Not the adverb: « il a plus value que prix ».
  ['(?<=(?:une|la|cette) )plus', 'value'],
  // Not « celles ci dessus » (`ci-dessus`), « ceux là où il pleut » or « pour moi même si ».
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
// A quick test, tried only at spaces: `LOST` is tried at every character.
const SECOND_PART = new RegExp(
  blank(` (?:${NEVER_APART.map(([, rest]) => rest).join('|')})(?!${APART})`),
  'gu',
)
const FIRST_PART = new RegExp(blank(`(?:${NEVER_APART.map(([first]) => first).join('|')})$`), 'u')
const LONGEST = 30

/** The offsets of a spelling error, and the right spelling. */
export interface SpelledOtherwise {
  readonly from: number
  readonly to: number
  readonly meant: string
}

/**
 * The words of a text with a wrong hyphen, or a wrong form around it, and their right spelling:
 * « tout-à-fait », « y-a-t-il », « demie-heure ».
 */
export function wrongHyphens(text: string): readonly SpelledOtherwise[] {
  if (!text.includes('-')) return []
  return matchesIn(text, HYPHEN).flatMap(({ index }) => {
    const from =
      index - (/[\p{L}]*$/u.exec(text.slice(Math.max(0, index - 10), index))?.[0].length ?? 0)
    const [written, verb] = ADDED.exec(text.slice(from, from + 24)) ?? []
    if (written === undefined) return []
    return [{ from, to: from + written.length, meant: corrected(written, verb) }]
  })
}

function corrected(written: string, verb: string | undefined): string {
  if (verb !== undefined) return written.replace('-', ' ')
  if (/^soit/i.test(written)) return written.replace('t-', '-')
  if (/^va/i.test(written)) return written.replace('-t-', '-t’')
  return /^demie/i.test(written) ? written.replace('e-', '-') : written.replaceAll('-', ' ')
}

const HYPHEN =
  /-(?=à-(?:fait|petit|jour|peu)|de-suite|et-à|sûr(?!\p{L})|même(?!\p{L})|a-t-|disant|t-en(?!\p{L})|heure|journée)(?<=(?:tout|petit|peu|mise|fur|bien|quand|y|soit|va|demie)-)/giu
const ADDED =
  /^(?:tout-(?:à-fait|de-suite)|petit-à-petit|peu-à-peu|mise-à-jour|fur-et-à-mesure|bien-sûr|quand-même|soit-disant|va-t-en|demie-(?:heure|journée)|(y)-a-t-(?:il|elle|on))(?![\p{L}\p{M}’'-])/iu
