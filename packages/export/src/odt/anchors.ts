/**
 * Gives each block of one document its name: that of its bookmark and its `xml:id`. Asked twice for
 * the same words, gives two names. `anchorOf('b', 7, 12)` is `b_7_12`: the twelfth leaf block of
 * the source of proposal 7.
 */
export type Anchors = (...words: readonly (string | number)[]) => string

/**
 * A fresh set of names. A name is an NCName of 40 characters at most, which LibreOffice and a trip
 * through DOCX keep as it is.
 */
export function newAnchors(): Anchors {
  const taken = new Set<string>()
  return (...words) => {
    const wanted = nameFrom(words)
    let name = wanted
    for (let copy = 2; taken.has(name); copy++)
      name = `${wanted.slice(0, 40 - `${copy}`.length - 1)}_${copy}`
    taken.add(name)
    return name
  }
}

/** `[A-Za-z_][A-Za-z0-9_]{0,39}` from any words: accents taken off, everything else `_`. */
export function nameFrom(words: readonly (string | number)[]): string {
  const plain = words
    .join('_')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
  return (/^[A-Za-z_]/.test(plain) ? plain : `_${plain}`).slice(0, 40)
}
