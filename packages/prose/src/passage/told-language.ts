const ENGLISH =
  /(?<![\p{L}\d’'-])(?:the|of|and|is|with|for|this|that|are|by|you|your|from|was|were|will|would|which|have|has|had|not|it|its|they|their|what|when|how|we|our|should|must|these|those|into|about)(?![\p{L}\d’'-])/giu
const FRENCH =
  /(?<![\p{L}\d])(?:(?:le|la|les|des|du|de|et|est|une?|que|qui|pour|dans|sur|aux?|en|ce|cette|ces|pas|plus|par|il|elle|nous|vous|ils|sa|ses|leurs?|avec|sont|être|à|ou|où|ne|se|mais)(?![\p{L}\d])|(?:[cdjlmnst]|qu)[’'])/giu

const OTHER =
  /(?<![\p{L}\d’'-])(?:el|los|las|del|por|con|como|más|está|para|não|uma|com|der|die|das|und|nicht|ist|mit|für|von|auf|gli|della|che|sono|het|een|voor|niet|van|yang|dan|untuk|dengan|pada|nie|jest)(?![\p{L}\d’'-])/giu
const FOREIGN_LETTER = /(?!\p{Script=Latin})\p{L}/gu

/** How many small words of a text only English has, only French, only another language, and how many of its letters are no Latin ones. */
export interface WordsTold {
  readonly en: number
  readonly fr: number
  readonly other: number
  readonly foreignLetters: number
  readonly length: number
}

/** Counts the small words by which a language is known. */
export function wordsTold(text: string): WordsTold {
  const count = (expression: RegExp) => text.match(expression)?.length ?? 0
  return {
    en: count(ENGLISH),
    fr: count(FRENCH),
    other: count(OTHER),
    foreignLetters: BEYOND_LATIN.test(text) ? count(FOREIGN_LETTER) : 0,
    length: text.length,
  }
}

/** The counts of several texts together. */
export function wordsToldIn(all: readonly WordsTold[]): WordsTold {
  const sum = (name: keyof WordsTold) => all.reduce((total, told) => total + told[name], 0)
  return { en: sum('en'), fr: sum('fr'), other: sum('other'), foreignLetters: sum('foreignLetters'), length: sum('length') }
}

/** The language that small words tell, `fr`, `en`, or `und` for any other, when they are plain enough; else the one that is expected. */
export function toldLanguage({ en, fr, other, foreignLetters, length }: WordsTold, expected: string): string {
  if (foreignLetters * 5 > length) return 'und'
  if (other >= 3 && other > fr && other > en && /^(?:fr|en)/.test(expected)) return 'und'
  if (!expected.startsWith('en') && en >= 3 && en > 3 * fr) return 'en'
  if (!expected.startsWith('fr') && fr >= 3 && fr > 3 * en) return 'fr'
  return expected
}

// Greek, and all that comes after it but signs and punctuation.
const BEYOND_LATIN = /[\u0370-\u1CFF\u2E80-\uD7FF\uF900-\uFAFF\uFF66-\uFF9F]/
