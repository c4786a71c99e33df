import { matchesIn, type Span } from '@cahier/prose'

/**
 * The words of a text that lack a hyphen, and their right spelling: « c’est à dire », « au delà »,
 * « celui ci », « y a t’il ».
 */
export function missingHyphens(text: string): readonly SpelledOtherwise[] {
  const apart = joinedWords(text, LOST, /[\p{L}\p{M}\d'’-]/u).map(({ written, ...place }) => ({
    ...place,
    meant: written.replace(/[ \u00A0]/g, '-').replace("'", '’'),
  }))
  return [...apart, ...wrongInversions(text)]
}

function wrongInversions(text: string): readonly SpelledOtherwise[] {
  return matchesIn(text, INVERSION).map(({ 0: written, 1: pronoun = '', 2: verb = '', index }) => ({
    start: index - verb.length,
    end: index + written.length,
    meant: `${verb}${/[td]$/.test(verb) ? '-' : '-t-'}${pronoun}`,
  }))
}

// For speed, a match begins after the verb, at a rarer sign, and a lookbehind finds the verb.
const INVERSION =
  /(?:[ \u00A0-]t['’]| t-)(ils?|elles?|on)(?![\p{L}\p{M}\d'’-])(?<=(\p{L}{0,20})[ \u00A0-]t.\1)/gu

const NEVER_APART: readonly WordPair[] = [
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
/**
 * Words wrongly joined by a hyphen. Some also have a wrong letter (`soit-disant`, `demie-heure`) or
 * need an apostrophe (`va-t-en`).
 */
const NEVER_JOINED: readonly WordPair[] = [
  ['tout', '(?:à-fait|de-suite)'],
  ['petit', 'à-petit'],
  ['peu', 'à-peu'],
  ['mise', 'à-jour'],
  ['fur', 'et-à-mesure'],
  ['bien', 'sûr'],
  ['quand', 'même'],
  ['soit', 'disant'],
  ['va', 't-en'],
  ['demie', '(?:heure|journée)'],
  ['y', 'a-t-(?:il|elle|on)'],
]

type WordPair = readonly [first: string, rest: string]

// For speed, a match begins at `sign`, which is rarer than letters, and a lookbehind finds the
// first word.
function pairsAround(sign: string, pairs: readonly WordPair[]): RegExp {
  const each = pairs.map(([first, rest]) => `(?<=(${first})${sign})${rest}`)
  const source = `${sign}(?:${each.join('|')})(?![\\p{L}\\p{M}\\d'’-])`
  return new RegExp(source.replaceAll(' ', '[ \\u00A0]'), 'giu')
}

const LOST = pairsAround(' ', NEVER_APART)
const ADDED = pairsAround('-', NEVER_JOINED)

function joinedWords(text: string, pattern: RegExp, before: RegExp) {
  return matchesIn(text, pattern).flatMap((match) => {
    const [rest, ...firsts] = match
    const first = firsts.find((one) => one !== undefined) ?? ''
    const start = match.index - first.length
    return before.test(text.charAt(start - 1))
      ? []
      : { start, end: match.index + rest.length, written: first + rest }
  })
}

/** The offsets of a spelling error, and the right spelling. */
export interface SpelledOtherwise extends Span {
  readonly meant: string
}

/**
 * The words of a text with a wrong hyphen, and their right spelling: « tout-à-fait », « y-a-t-il »,
 * « demie-heure ».
 */
export function wrongHyphens(text: string): readonly SpelledOtherwise[] {
  if (!text.includes('-')) return []
  return joinedWords(text, ADDED, /\p{L}/u).map(({ written, ...place }) => {
    const meant = written
      .replace(/(?<=^soi)t|(?<=^demi)e/i, '')
      .replace(/(?<=^va-t)-/i, '’')
      .replace(/(?<=^y)-/i, ' ')
    return { ...place, meant: meant === written ? written.replaceAll('-', ' ') : meant }
  })
}
