/** Whether raw HTML is one comment of the tool's, `<!-- cahier … -->`, and nothing else: those are in no output. */
export function isOurComment(html: string): boolean {
  return /^<!--\s*cahier\b(?:(?!-->)[\s\S])*-->\s*$/.test(html)
}
