import type { Document, Edit } from '@cahier/core'
import { type Field, fieldsAt } from '../../document/fields-at.ts'
import type { Rule } from '../../engine/rule.ts'

/**
 * Reports stances (answers of a member) that are not sorted by proposal: in sorted files, two
 * additions rarely conflict.
 */
export const positionsOrder: Rule = {
  id: 'structure/positions-order',
  severity: 'warning',
  fixed: false,
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
    const edit = sortingEdit(document, fields)
    report(
      'unsorted',
      found.place.key ?? found.place.value,
      { id: found.key, before: before.key },
      edit === null ? {} : { edits: [edit] },
    )
  },
}

// Moves whole lines, each entry with its comments above; `null` when two entries share a line.
function sortingEdit({ path, text }: Document, fields: readonly Field[]): Edit | null {
  const lines = fields.map(
    ({ place }) => text.lastIndexOf('\n', (place.key ?? place.value).start.offset - 1) + 1,
  )
  const isBlock = fields.every(({ place }, at) =>
    /^[ \t]*$/.test(text.slice(lines[at], place.key?.start.offset)),
  )
  if (!isBlock || new Set(lines).size < lines.length) return null
  const begins = lines.map((line, at) =>
    aboveComments(text, line, at === 0 ? 0 : (fields[at - 1]?.place.value.end.offset ?? 0)),
  )
  const last = fields.at(-1)?.place.value.end.offset ?? text.length
  const lineEnd = text.indexOf('\n', Math.max(last - 1, 0))
  const end = lineEnd < 0 ? text.length : lineEnd + 1
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const entries = begins.map((begin, at) => ({
    key: fields[at]?.key ?? '',
    text: text.slice(begin, begins[at + 1] ?? end),
  }))
  const sorted = entries
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((entry) => (entry.text.endsWith('\n') ? entry.text : entry.text + newline))
  return { path, start: begins[0] ?? 0, end, text: sorted.join('') }
}

function aboveComments(text: string, line: number, floor: number): number {
  let begin = line
  for (;;) {
    const above = text.lastIndexOf('\n', begin - 2) + 1
    if (begin === 0 || above < floor || !/^[ \t]*#/.test(text.slice(above, begin))) return begin
    begin = above
  }
}
