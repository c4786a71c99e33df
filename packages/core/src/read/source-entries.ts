import type { Document } from '../model/document.ts'
import type { Edit } from '../model/edit.ts'

/** An entry of `sources.yaml`: its id, and the offset where it begins. */
export interface SourceEntry {
  readonly id: string
  readonly start: number
}

/**
 * The entries of `sources.yaml`, found without parsing, since the file may be long or broken. Null
 * without entries, or when an entry does not begin with its id at the margin.
 */
export function sourceEntries(text: string): readonly SourceEntry[] | null {
  const entries = [
    ...text.matchAll(/^\uFEFF?- +id: *["']?([^\s"'#]+)["']?[ \t]*(?:#.*)?\r?$/gm),
  ].map(({ 1: id = '', index }) => ({
    id,
    start: index,
  }))
  const items = text.match(/^\uFEFF?-(?!-)/gm)?.length ?? 0
  return items > 0 && items === entries.length ? entries : null
}

/**
 * The edit that adds an entry to `sources.yaml`. Null when the file is unreadable, or is neither
 * empty nor a list with dashes.
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

function isBlank(text: string) {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .every((line) => /^\s*(?:#.*)?$/.test(line))
}
