/**
 * The text to parse: what stands before `from`, or a BOM, made blank. Blanks are no Markdown and
 * keep every line, column and offset of what follows.
 */
export function readableFrom(text: string, from: number): string {
  const start = from === 0 && text.startsWith('\uFEFF') ? 1 : from
  return start === 0 ? text : text.slice(0, start).replace(/[^\r\n]/g, ' ') + text.slice(start)
}
