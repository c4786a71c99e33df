import { type Document, FILE_START, fieldsOf, placeOf } from '@cahier/core'
import { fieldsAt } from '@cahier/lint'
import { plainText, type Span } from '@cahier/prose'
import type { Heading } from 'mdast'
import { type DocumentContext, type FileSpan, spanOf } from '../context.ts'
import { namesOf, titledFiles, titlePlace } from '../names/defined-names.ts'

/** A named part of a document; `shown` is the span of the name. */
export interface DocumentSymbol extends Span {
  readonly name: string
  readonly detail: string
  readonly sort: 'file' | 'section' | 'entry'
  readonly shown: Span
  readonly children: readonly DocumentSymbol[]
}

/** The outline of a document: title, then sections or list entries. */
export function documentSymbols({ document }: DocumentContext): readonly DocumentSymbol[] {
  const { title } = fieldsOf(document.head)
  const place = document.places['/title']?.value
  const parts = document.body === null ? entriesOf(document) : sectionsOf(document)
  if (typeof title !== 'string' || place === undefined) return parts
  const whole = { start: 0, end: document.text.length }
  const name = title.trim() || document.path
  return [{ ...whole, name, detail: '', sort: 'file', shown: spanOf(place), children: parts }]
}

export interface WorkspaceSymbol extends FileSpan {
  readonly name: string
  readonly sort: DocumentSymbol['sort']
  readonly container: string
}

/**
 * Files and sources whose title or id contains the words of a query, whatever the accents and case.
 */
export function workspaceSymbols(
  { programme }: Pick<DocumentContext, 'programme'>,
  query: string,
): readonly WorkspaceSymbol[] {
  const words = folded(query).split(/\s+/)
  const matches = (name: string, id: string) =>
    words.every((word) => folded(`${name} ${id}`).includes(word))
  const files = titledFiles(programme)
    .filter(({ id, title }) => matches(title, id))
    .map(({ id, title, container, document }): WorkspaceSymbol => {
      const span = spanOf(titlePlace(document) ?? FILE_START)
      return { name: title.trim() || id, container, sort: 'file', path: document.path, ...span }
    })
  const bibliography = programme.documents.find(({ kind }) => kind === 'sources')
  if (bibliography === undefined) return files
  const { path } = bibliography
  const titles = new Map(namesOf('source', programme).map(({ id, title }) => [id, title]))
  const sources = fieldsAt(bibliography, '/*/id')
    .map(({ value, place }) => ({ id: String(value), span: spanOf(place.value) }))
    .filter(({ id }) => matches(titles.get(id) ?? '', id))
    .map(({ id, span }): WorkspaceSymbol => {
      return { name: titles.get(id) || id, container: id, sort: 'entry', path, ...span }
    })
  return [...files, ...sources]
}

function sectionsOf(document: Document): readonly DocumentSymbol[] {
  const headings = (document.body?.tree.children ?? []).filter((node) => node.type === 'heading')
  const nest = (from: number, to: number): DocumentSymbol[] => {
    const symbols: DocumentSymbol[] = []
    for (let at = from, next = from; at < to; at = next) {
      const heading = headings[at] as Heading
      for (next = at + 1; next < to && depthAt(next) > heading.depth; ) next++
      const after = headings[next]
      const end = after === undefined ? document.text.length : placeOf(after).start.offset
      const shown = spanOf(placeOf(heading))
      const name = plainText(heading) || '#'
      const children = nest(at + 1, next)
      symbols.push({ start: shown.start, end, name, detail: '', sort: 'section', shown, children })
    }
    return symbols
  }
  const depthAt = (at: number) => headings[at]?.depth ?? 0
  return nest(0, headings.length)
}

// The fields that name and describe the list entries in each kind of file.
const ENTRIES: Readonly<
  Partial<
    Record<Document['kind'], readonly (readonly [pattern: string, name: string, detail: string])[]>
  >
> = {
  sources: [['/*', 'id', 'title']],
  positions: [['/positions/*', '', 'stance']],
  decisions: [['/rounds/*', 'opened', 'closes']],
  collective: [['/delegates/*', 'id', 'role']],
  transmission: [['/handed/*', 'edition', 'date']],
  manifest: ['impacts', 'horizons', 'scales', 'actions', 'addressees', 'sections'].map(
    (list) => [`/${list}/*`, 'id', 'title'] as const,
  ),
}

function entriesOf(document: Document): readonly DocumentSymbol[] {
  return (ENTRIES[document.kind] ?? []).flatMap(([pattern, name, detail]) =>
    fieldsAt(document, pattern).map(({ key, value, place }) => {
      const fields = fieldsOf(value)
      const shown = spanOf(place.key ?? place.value)
      return {
        start: shown.start,
        end: Math.max(shown.end, place.value.end.offset),
        name: String(fields[name] ?? key) || key,
        detail: String(fields[detail] ?? ''),
        sort: 'entry' as const,
        shown,
        children: [],
      }
    }),
  )
}

function folded(text: string) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The spans of symbols and of their children, parents first. */
export function spansOf(symbols: readonly DocumentSymbol[]): readonly Span[] {
  return symbols.flatMap(({ start, end, children }) => [{ start, end }, ...spansOf(children)])
}
