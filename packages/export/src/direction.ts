export type Direction = 'ltr' | 'rtl'

/** True when a language (BCP 47 tag) is written from right to left. */
export function isRightToLeft(tag: string): boolean {
  const [language = '', ...rest] = tag.toLowerCase().split('-')
  const script = rest.find((subtag) => subtag.length === 4)
  return script === undefined ? LANGUAGES.has(language) : SCRIPTS.has(script)
}

/** The `dir` attribute of a language; none for left to right. */
export function directionOf(tag: string): { readonly dir?: 'rtl' } {
  return isRightToLeft(tag) ? { dir: 'rtl' } : {}
}

/** The direction of the first letter (UAX 9, P2); `undefined` for a text without letters. */
export function directionOfText(text: string): Direction | undefined {
  const [letter] = STRONG.exec(text.replace(ISOLATED, '')) ?? []
  if (letter === undefined) return undefined
  return FROM_THE_RIGHT.test(letter) ? 'rtl' : 'ltr'
}

const LANGUAGES: ReadonlySet<string> = new Set(
  'ar arc ckb dv fa he khw ks ps sd syr ug ur yi'.split(' '),
)
const SCRIPTS: ReadonlySet<string> = new Set('adlm arab hebr mand nkoo rohg syrc thaa'.split(' '))

// Letters and invisible direction marks.
const STRONG = /[\p{L}\u061C\u200E\u200F]/u
// Text between isolation marks does not count.
const ISOLATED = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g
const FROM_THE_RIGHT =
  /[\u061C\u200F\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hanifi_Rohingya}\p{Script=Hebrew}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}]/u

/** Isolates a right-to-left name (U+2068, U+2069), so that adjacent names keep their order. */
export function isolated(name: string): string {
  return FROM_THE_RIGHT.test(name) ? `\u2068${name}\u2069` : name
}
