/** The text `written`, with the byte order mark and the line ends of `before`. */
export function keepLineEnds(before: string, written: string): string {
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : ''
  const text = written.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n')
  return mark + (before.includes('\r\n') ? text.replace(/\n/g, '\r\n') : text)
}
