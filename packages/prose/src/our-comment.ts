/**
 * Whether raw HTML is one comment of the tool's, `<!-- cahier … -->`, and nothing else: those are
 * in no digest and no output.
 */
export function isOurComment(html: string): boolean {
  return /^\s*<!--\s*cahier\b(?:(?!-->)[\s\S])*-->\s*$/.test(html)
}
