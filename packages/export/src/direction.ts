/** Whether a language, a BCP 47 tag, is written from right to left. */
export function isRightToLeft(tag: string): boolean {
  const [language = '', ...rest] = tag.toLowerCase().split('-')
  const script = rest.find((subtag) => subtag.length === 4)
  return script === undefined ? LANGUAGES.has(language) : SCRIPTS.has(script)
}

/** The attribute that says so to browsers and reading systems; none for what they take for granted. */
export function directionOf(tag: string): { readonly dir?: 'rtl' } {
  return isRightToLeft(tag) ? { dir: 'rtl' } : {}
}

/** The attribute of code, which is read from left to right among words that are not. */
export function directionOfCode(tag: string): { readonly dir?: 'ltr' } {
  return isRightToLeft(tag) ? { dir: 'ltr' } : {}
}

const LANGUAGES: ReadonlySet<string> = new Set('ar arc ckb dv fa he khw ks ps sd syr ug ur yi'.split(' '))
const SCRIPTS: ReadonlySet<string> = new Set('adlm arab hebr mand nkoo rohg syrc thaa'.split(' '))
