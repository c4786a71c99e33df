import type { Document } from '@cahier/core'
import type { Splice } from '@cahier/prose'
import { type Field, fieldsAt } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports unsorted stances (answers of a member). Sorted files rarely conflict in git. */
export const positionsOrder: Rule = {
  id: 'structure/positions-order',
  severity: 'warning',
  fixes: true,
  messages: {
    unsorted: {
      fr: 'les positions se rangent par ordre alphabétique : « {id} » vient avant « {before} »',
      en: 'positions stand in alphabetical order: “{id}” comes before “{before}”',
    },
  },
  document({ document, report }) {
    if (document.kind !== 'positions') return
    const fields = fieldsAt(document, '/positions/*')
    const index = fields.findIndex(({ key }, at) => key < (fields[at - 1]?.key ?? ''))
    const found = fields[index]
    const before = fields.find(({ key }) => found !== undefined && key > found.key)
    if (found === undefined || before === undefined) return
    const data = { id: found.key, before: before.key }
    const edits = sortingEdits(document, fields)
    report('unsorted', found.place.key ?? found.place.value, data, { edits })
  },
}

// A comment above an entry moves with the entry. Entries that share a line are not sorted.
function sortingEdits({ text }: Document, fields: readonly Field[]): readonly Splice[] {
  const keys = fields.map(({ place }) => place.key?.start.offset ?? 0)
  const lines = keys.map((key) => text.lastIndexOf('\n', key - 1) + 1)
  const isBlock = lines.every((line, at) => /^[ \t]*$/.test(text.slice(line, keys[at])))
  if (!isBlock || new Set(lines).size < lines.length) return []
  const ends = fields.map(({ place }) => place.value.end.offset)
  const begins = lines.map((line, at) => aboveComments(text, line, ends[at - 1] ?? 0))
  const lineEnd = text.indexOf('\n', (ends.at(-1) ?? 1) - 1)
  const end = lineEnd < 0 ? text.length : lineEnd + 1
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const sorted = fields
    .map(({ key }, at) => ({ key, entry: text.slice(begins[at], begins[at + 1] ?? end) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => (entry.endsWith('\n') ? entry : entry + newline))
  return [{ start: begins[0] ?? 0, end, text: sorted.join('') }]
}

function aboveComments(text: string, line: number, floor: number) {
  let begin = line
  for (;;) {
    const above = text.lastIndexOf('\n', begin - 2) + 1
    if (begin === 0 || above < floor || !/^[ \t]*#/.test(text.slice(above, begin))) return begin
    begin = above
  }
}
