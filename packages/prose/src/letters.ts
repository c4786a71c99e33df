/** The end of the run of letters and digits (`[\p{L}\p{N}]`) that begins at `from`. */
export function lettersEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (isCommonLetter(code)) at += 1
    else if (code < 0x80 || Number.isNaN(code) || (code >= 0x2000 && code < 0x2070)) return at
    else {
      const sign = String.fromCodePoint(text.codePointAt(at) as number)
      if (!/^[\p{L}\p{N}]$/u.test(sign)) return at
      at += sign.length
    }
  }
}

/** True for the code of a blank (`\s`). */
export function isBlank(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    (code >= 0xa0 && !isCommonLetter(code) && /\s/u.test(String.fromCharCode(code)))
  )
}

/** True for the code of a letter or digit of most European languages. */
export function isCommonLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7)
  )
}

/** The letters and digits of `isCommonLetter`, for a class of a regular expression. */
export const COMMON_LETTERS = '0-9A-Za-zÀ-ÖØ-öø-ɏ'

/** True when a text may have letters or digits other than `COMMON_LETTERS`. */
export function hasUncommonLetters(text: string): boolean {
  return UNCOMMON.test(text)
}

const UNCOMMON = /[ª²³µ¹º¼-¾\u0250-\u1fff\u2070-\uffff]/

/** Replaces no-break spaces and typographic apostrophes by plain ones; all offsets stay. */
export function plainSigns(text: string): string {
  return text.replace(/[\u00A0\u202F\u2007\u2009]/g, ' ').replace(/[’ʼ]/g, "'")
}
