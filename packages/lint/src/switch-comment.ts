/** A comment of the tool's as an order. Offsets are those of the comment. */
export interface SwitchComment {
  /** `''` when the first word of the comment is none of the four. */
  readonly keyword: SwitchKeyword | ''
  /** The first word, whatever it is, and where it stands. */
  readonly word: string
  readonly at: number
  readonly names: readonly { readonly id: string; readonly at: number }[]
}

export type SwitchKeyword = 'off' | 'off-file' | 'off-from' | 'on'

export const SWITCH_KEYWORDS: readonly SwitchKeyword[] = ['off', 'off-file', 'off-from', 'on']

/**
 * Reads `<!-- cahier KEYWORD RULE, RULE… : reason -->` in Markdown, `# cahier …` in YAML; what
 * follows the colon is for people.
 */
export function readSwitchComment(comment: string): SwitchComment {
  const [, lead = '', word = '', list = ''] =
    /^(\s*<!--\s*cahier\s+)([\p{L}/-]*)([^:]*?)\s*(?::[\s\S]*)?-->\s*$/u.exec(comment) ??
    /^(#+\s*cahier\s+)([\p{L}/-]*)([^:]*?)\s*(?::.*)?$/u.exec(comment) ??
    []
  const from = lead.length + word.length
  return {
    keyword: SWITCH_KEYWORDS.find((one) => one === word) ?? '',
    word,
    at: lead.length,
    names: [...list.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({ id, at: from + index })),
  }
}
