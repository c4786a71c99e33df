import type { Document } from './document.ts'
import type { Edit } from './edit.ts'

/**
 * Adds an entry at the end of the file of sources, indented and with the line ends that it has;
 * `null` when it is not a list whose entries each begin with a dash, or cannot be read.
 */
export function sourceEdit({ path, text, head, places }: Document, entry: string): Edit | null {
  const edit = (start: number, end: number, added: string): Edit => {
    return { path, start, end, text: text.includes('\r\n') ? added.replace(/\n/g, '\r\n') : added }
  }
  const atEnd = (added: string) => {
    const mark = text.startsWith('\uFEFF') ? 1 : 0
    const last = Math.max(mark, text.trimEnd().length)
    return edit(last, text.length, last === mark ? added : `\n\n${added}`)
  }
  if (isBlank(text)) return atEnd(entry)
  const { start, end } = places['']?.value ?? { start: { offset: 0 }, end: { offset: 0 } }
  if (Array.isArray(head) && head.length === 0)
    return edit(start.offset, end.offset, entry.trimEnd())
  if (!Array.isArray(head) || text[start.offset] !== '-') return null
  const [indent = ''] = /(?<! ) *$/.exec(text.slice(0, start.offset)) ?? []
  return atEnd(entry.replace(/^(?=.)/gm, indent))
}

function isBlank(text: string): boolean {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .every((line) => /^\s*(?:#.*)?$/.test(line))
}
