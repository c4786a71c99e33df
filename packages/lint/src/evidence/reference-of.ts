import {
  type Document,
  memoize,
  type Programme,
  type Reference,
  readDocument,
  readReferences,
  sourceEntries,
} from '@cahier/core'
import { documentAt } from '../document/documents.ts'

/** The entry of `sources.yaml` with this id, or `undefined`. */
export function referenceOf(programme: Programme, key: string): Reference | undefined {
  const document = documentAt(programme, PATH)
  return document === null ? undefined : entriesOf(document).get(key)?.()
}

const PATH = 'sources.yaml'

const entriesOf = memoize(
  (document: Document): ReadonlyMap<string, () => Reference | undefined> => {
    const { text } = document
    const entries = sourceEntries(text)
    if (entries === null)
      return new Map(readReferences(document).map((reference) => [reference.id, () => reference]))
    return new Map(
      entries.map(({ id, start }, rank) => {
        const entry = text.slice(start, entries[rank + 1]?.start)
        let read: { readonly reference: Reference | undefined } | null = null
        return [
          id,
          () => {
            read ??= {
              reference: readReferences(readDocument({ path: PATH, text: entry }, 'sources'))[0],
            }
            return read.reference
          },
        ]
      }),
    )
  },
)
