import { type Document, keptWith, type Programme, type Reference, readDocument, readReferences } from '@cahier/core'
import { documentAt } from '../document-of.ts'

/** The entry of `sources.yaml` that bears an id. Only that entry is read: a bibliography is longer than what one text cites of it. */
export function referenceOf(programme: Programme, key: string): Reference | undefined {
  const document = documentAt(programme, PATH)
  return document === null ? undefined : entriesOf(document).get(key)?.()
}

const PATH = 'sources.yaml'

// Each entry begins a line with its id: that is how the folder knows which ids there are.
const entriesOf = keptWith(({ text }: Document): ReadonlyMap<string, () => Reference | undefined> => {
  const starts = [...text.matchAll(/^- +id: *["']?([^\s"'#]+)/gm)]
  return new Map(
    starts.map(({ 1: id, index }, rank) => {
      const entry = text.slice(index, starts[rank + 1]?.index)
      let read: { readonly reference: Reference | undefined } | null = null
      return [
        id as string,
        () => {
          read ??= { reference: readReferences(readDocument({ path: PATH, text: entry }, 'sources'))[0] }
          return read.reference
        },
      ]
    }),
  )
})
