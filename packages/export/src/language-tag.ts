/** A BCP 47 tag in its canonical form; `''` for an invalid one. */
export function languageTag(text: string): string {
  const tag = text.trim().replaceAll('_', '-')
  try {
    return /^[a-z]{2,3}(?:-|$)/i.test(tag) ? (Intl.getCanonicalLocales(tag)[0] ?? '') : ''
  } catch {
    return ''
  }
}
