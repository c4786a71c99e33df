import { likeBefore } from '@cahier/consensus'
import { applyEdits, type Document } from '@cahier/core'
import { UsageError } from './usage-error.ts'

/** `sources.yaml` with one entry more at its end, indented as the others are. @throws {UsageError} when the file is not a list that can be added to. */
export function withSource(document: Document | null, entry: string): string {
  const { path = '', text = '', head = null } = document ?? {}
  if (document === null || isBlank(text)) return likeBefore(text, `${text.trim() === '' ? '' : `${text.trimEnd()}\n\n`}${entry}`)
  const { start, end } = document.places['']?.value ?? { start: { offset: 0 }, end: { offset: 0 } }
  const isEmpty = Array.isArray(head) && head.length === 0
  if (isEmpty) return likeBefore(text, applyEdits(text, [{ path, start: start.offset, end: end.offset, text: entry.trimEnd() }]))
  if (!Array.isArray(head) || text[start.offset] !== '-')
    throw new UsageError(
      'une entrée s’ajoute à une liste dont chaque entrée commence par un tiret et son identifiant (« - id: … ») ; sources.yaml n’en est pas une, ou ne se lit pas (cahier lint sources.yaml)',
      'an entry is added to a list whose entries each begin with a dash and their id (“- id: …”); sources.yaml is none, or cannot be read (cahier lint sources.yaml)',
    )
  const [indent = ''] = / *$/.exec(text.slice(0, start.offset)) ?? []
  return likeBefore(text, `${text.trimEnd()}\n\n${entry.replace(/^(?=.)/gm, indent)}`)
}

function isBlank(text: string): boolean {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .every((line) => /^\s*(?:#.*)?$/.test(line))
}
