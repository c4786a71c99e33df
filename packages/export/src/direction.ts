/** Which way words are read. */
export type Direction = 'ltr' | 'rtl'

/** Whether a language, a BCP 47 tag, is written from right to left. */
export function isRightToLeft(tag: string): boolean {
  const [language = '', ...rest] = tag.toLowerCase().split('-')
  const script = rest.find((subtag) => subtag.length === 4)
  return script === undefined ? LANGUAGES.has(language) : SCRIPTS.has(script)
}

/**
 * The attribute that says so to browsers and reading systems; none for what they take for granted.
 */
export function directionOf(tag: string): { readonly dir?: 'rtl' } {
  return isRightToLeft(tag) ? { dir: 'rtl' } : {}
}

/**
 * Which way a text is read: that of its first letter, as Unicode has it (UAX 9, P2); nothing where
 * no letter says.
 */
export function directionOfText(text: string): Direction | undefined {
  const [letter] = STRONG.exec(text.replace(ISOLATED, '')) ?? []
  if (letter === undefined) return undefined
  return FROM_THE_RIGHT.test(letter) ? 'rtl' : 'ltr'
}

const LANGUAGES: ReadonlySet<string> = new Set(
  'ar arc ckb dv fa he khw ks ps sd syr ug ur yi'.split(' '),
)
const SCRIPTS: ReadonlySet<string> = new Set('adlm arab hebr mand nkoo rohg syrc thaa'.split(' '))

// The three marks say a direction, and show nothing.
const STRONG = /[\p{L}\u061C\u200E\u200F]/u
const ISOLATED = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g
const FROM_THE_RIGHT =
  /[\u061C\u200F\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hanifi_Rohingya}\p{Script=Hebrew}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}]/u

/**
 * A name among words that are read the other way: set apart (U+2068, U+2069), so that two names
 * side by side keep their order.
 */
export function isolated(name: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(name)
    ? `\u2068${name}\u2069`
    : name
}
