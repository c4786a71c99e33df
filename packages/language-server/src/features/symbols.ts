import { type Document, fieldsOf, placeOf, sourceEntries } from '@cahier/core'
import { fieldsAt } from '@cahier/lint'
import { plainText, type Span } from '@cahier/prose'
import type { Heading } from 'mdast'
import type { DocumentContext, FileSpan } from '../context.ts'
import { spanOf } from '../context.ts'

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
  return [
    {
      ...whole,
      name: title.trim() || document.path,
      detail: '',
      sort: 'file',
      shown: spanOf(place),
      children: parts,
    },
  ]
}

export interface WorkspaceSymbol extends FileSpan {
  readonly name: string
  readonly sort: DocumentSymbol['sort']
  readonly container: string
}

/** The titled items whose title or id has all the words of a query, ignoring accents and case. */
export function workspaceSymbols(
  { programme }: Pick<DocumentContext, 'programme'>,
  query: string,
): readonly WorkspaceSymbol[] {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  const matches = (name: string, id: string) =>
    words.every((word) => folded(`${name} ${id}`).includes(word))
  const named = [
    ...programme.proposals.map(({ id, title, axis, document }) => ({
      id,
      name: title,
      container: axis,
      document,
    })),
    ...programme.axes.flatMap(({ id, title, document }) =>
      document === null ? [] : [{ id, name: title, container: '', document }],
    ),
    ...programme.questions.map(({ id, title, document }) => ({
      id,
      name: title,
      container: '',
      document,
    })),
    ...programme.collectives.map(({ id, name, document }) => ({
      id,
      name,
      container: '',
      document,
    })),
    ...programme.transmissions.map(({ id, name, document }) => ({
      id,
      name,
      container: '',
      document,
    })),
  ]
  const files = named
    .filter(({ id, name }) => matches(name, id))
    .map(
      ({ id, name, container, document }): WorkspaceSymbol => ({
        name: name.trim() || id,
        container,
        sort: 'file',
        path: document.path,
        ...spanOfName(document, name),
      }),
    )
  const bibliography = programme.documents.find(({ kind }) => kind === 'sources')
  if (bibliography === undefined) return files
  const entries = sourceEntries(bibliography.text)
  const sources = programme.sources.flatMap(({ id, csl }, index): readonly WorkspaceSymbol[] => {
    const title = typeof csl.title === 'string' ? csl.title : ''
    if (!matches(title, id)) return []
    return [
      {
        name: title || id,
        container: id,
        sort: 'entry',
        path: bibliography.path,
        ...spanOfEntry(bibliography, id, index, entries),
      },
    ]
  })
  return [...files, ...sources]
}

// Read from the line if possible: parsing a thousand front matters takes long.
function spanOfName(document: Document, name: string): Span {
  const line = /^(?:title|name): +(.*)$/m.exec(document.text)
  const [whole = '', rest = ''] = line ?? []
  const written = rest.trimEnd()
  if (line !== null && written.replace(/^(["'])(.*)\1$/, '$2') === name) {
    const start = line.index + whole.length - rest.length
    return { start, end: start + written.length }
  }
  const place = document.places['/title']?.value ?? document.places['/name']?.value
  return place === undefined ? { start: 0, end: 0 } : spanOf(place)
}

// Likewise: parsing a whole bibliography takes long.
function spanOfEntry(
  bibliography: Document,
  id: string,
  index: number,
  entries: ReturnType<typeof sourceEntries>,
): Span {
  const entry = entries?.[index]
  if (entry?.id === id) {
    const start = bibliography.text.indexOf(id, bibliography.text.indexOf(':', entry.start))
    return { start, end: start + id.length }
  }
  const place = bibliography.places[`/${index}/id`]?.value
  return place === undefined ? { start: 0, end: 0 } : spanOf(place)
}

function sectionsOf(document: Document): readonly DocumentSymbol[] {
  const headings = (document.body?.tree.children ?? []).filter(
    (node): node is Heading => node.type === 'heading',
  )
  const nest = (from: number, to: number): DocumentSymbol[] => {
    const symbols: DocumentSymbol[] = []
    for (let at = from; at < to; ) {
      const heading = headings[at] as Heading
      let next = at + 1
      while (next < to && (headings[next] as Heading).depth > heading.depth) next++
      const end =
        headings[next] === undefined
          ? document.text.length
          : placeOf(headings[next] as Heading).start.offset
      const shown = spanOf(placeOf(heading))
      symbols.push({
        start: shown.start,
        end,
        name: plainText(heading) || '#',
        detail: '',
        sort: 'section',
        shown,
        children: nest(at + 1, next),
      })
      at = next
    }
    return symbols
  }
  return nest(0, headings.length)
}

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
      const field = (one: string) => fieldsOf(value)[one]
      const shown = spanOf(place.key ?? place.value)
      return {
        start: shown.start,
        end: Math.max(shown.end, place.value.end.offset),
        name: (name === '' ? key : String(field(name) ?? key)) || key,
        detail: String(field(detail) ?? ''),
        sort: 'entry' as const,
        shown,
        children: [],
      }
    }),
  )
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
