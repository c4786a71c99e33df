import { type Document, memoize, type Place } from '@cahier/core'
import {
  type Body,
  changeableStarts,
  type Escapes,
  foldProse,
  type Passage,
  passagesOf,
  proseOf,
  type Section,
  writtenUnits,
} from '@cahier/prose'
import { isHeadless, textsAt } from './documents.ts'
import type { Settings } from './settings.ts'

/**
 * The passages of a document: paragraphs, headings, cells and the front-matter fields that hold
 * prose, such as the title. The text that an amendment quotes is left out. Empty when front matter
 * and body cannot be separated.
 */
export function prosePassages(document: Document, settings: Settings): readonly Passage[] {
  if (document.body === null || isHeadless(document)) return []
  return document.kind in PROSE_FIELDS
    ? cutOnce(document.body, document, settings)
    : cut(document.body, document, settings)
}

const cutOnce = memoize(cut)

function cut({ tree }: Body, document: Document, settings: Settings): readonly Passage[] {
  const quoted = quotedSection(document, settings)
  const end = quoted === undefined ? -1 : tree.children.indexOf(quoted.heading)
  const own = end < 0 ? tree : { ...tree, children: tree.children.slice(0, end) }
  const fields = fieldPassages(document)
  const passages = passagesOf(own, document.text, settings.language)
  return fields.length === 0 ? passages : [...fields, ...passages]
}

/**
 * The section of an amendment that quotes the text and marks the changes; `undefined` when there is
 * none.
 */
export function quotedSection(
  { kind, body }: Document,
  { amendmentSections }: Settings,
): Section | undefined {
  if (kind !== 'amendment') return undefined
  return body?.sections.find(({ title }) => foldProse(title) === foldProse(amendmentSections.text))
}

const PROSE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  proposal: ['/title', '/summary', '/requests/*'],
  axis: ['/title', '/question'],
  question: ['/title'],
}

/** The front-matter fields that hold prose, except those on a line with a YAML error. */
export function fieldPassages(document: Document): readonly Passage[] {
  const faults = document.findings.filter(({ rule }) => rule === 'structure/yaml')
  return (PROSE_FIELDS[document.kind] ?? [])
    .flatMap((pattern) => textsAt(document, pattern))
    .filter(
      ({ place: { key, value } }) =>
        !faults.some(({ place }) => isOnLines(place, (key ?? value).start.line, value.end.line)),
    )
    .map(({ value, pointer, place }) => {
      const start = place.value.start.offset
      const end = place.value.end.offset
      const { escapes, from } = scalarAt(document.text, start)
      const starts = writtenUnits(value, document.text, from, end, escapes)
      const prose = proseOf(value)
      return {
        kind: 'field',
        node: null,
        pointer,
        prose,
        ...prose,
        starts: changeableStarts(starts, prose.text),
        gaps: new Map(),
        start,
        end,
      }
    })
}

function isOnLines({ start, end }: Place, from: number, to: number) {
  return start.line <= to && end.line >= from
}

// Where the text of a YAML value starts, and which escapes it uses.
function scalarAt(
  source: string,
  start: number,
): { readonly escapes: Escapes; readonly from: number } {
  const sign = source[start]
  if (sign === '"') return { escapes: 'double', from: start + 1 }
  if (sign === "'") return { escapes: 'single', from: start + 1 }
  const header = /^[>|][-+\d]*[^\S\r\n]*(?:\r\n|\n|\r)\s*/.exec(source.slice(start, start + 200))
  return { escapes: 'none', from: start + (header?.[0].length ?? 0) }
}
