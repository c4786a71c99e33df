import type { Document } from 'yaml'

/** The text `written`, with the byte order mark and the line ends of `before`. */
export function keepLineEnds(before: string, written: string): string {
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : ''
  const text = written.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n')
  return mark + (before.includes('\r\n') ? text.replace(/\n/g, '\r\n') : text)
}

/** The YAML of a changed document, with the line ends of `before`. Long lines are not wrapped. */
export function writtenYaml(before: string | undefined, document: Document): string {
  return keepLineEnds(before ?? '', document.toString(WRITING))
}

const WRITING = {
  lineWidth: 0,
  flowCollectionPadding: false,
  nullStr: '',
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
}
