import { type Document, memoize, nearest } from '@cahier/core'
import { matchesIn, ownCopy } from '@cahier/prose'
import { nodesOf, textsAt } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'
import { unreadFiles } from '../../references/unread-files.ts'

/**
 * Reports sources that no text cites. Reports nothing while a file cannot be read, since this file
 * may have citations.
 */
export const unusedSource: Rule = {
  id: 'reference/unused-source',
  severity: 'warning',
  messages: {
    unused: {
      fr: 'aucun texte ne cite cette source : citez-la par [@{id}], ou enlevez-la',
      en: 'no text cites this source: cite it with [@{id}], or remove it',
    },
  },
  document({ programme, document, report }) {
    // Fills the cache while the tree of this document is in memory.
    citedIn(document)
    if (document.kind !== 'sources' || unreadFiles(programme).length > 0) return
    const used = new Set(programme.documents.flatMap((one) => [...citedIn(one)]))
    for (const key of [...used].filter((one) => !programme.ids.sources.has(one)))
      used.add(nearest(key, [...programme.ids.sources]))
    const unused = textsAt(document, '/*/id').filter(
      ({ value, pointer }) =>
        !used.has(value) && textsAt(document, pointer.replace(/id$/, 'superseded-by')).length === 0,
    )
    if (unused.length === 0) return
    // A misspelt citation counts as a citation, since `reference/source` reports its error.
    const nearly = new Set(programme.documents.flatMap((one) => nearlyCitedIn(one)))
    for (const { value, place } of unused)
      if (!nearly.has(value)) report('unused', place.value, { id: value })
  },
}

const citedIn = memoize(
  (document: Document) =>
    new Set(
      nodesOf(document, 'citation').flatMap(({ items }) => items.map(({ key }) => ownCopy(key))),
    ),
)

const nearlyCitedIn = memoize(({ path, text }: Document): readonly string[] =>
  path.endsWith('.md')
    ? matchesIn(text, NEARLY_CITED).map(([, at, bare]) => ownCopy(at ?? bare ?? ''))
    : [],
)

const NEARLY_CITED = /(?<![\w.])@ ?([a-z0-9-]+)|\[([a-z0-9-]+)(?:, [^[\]\n]*)?\](?![([:])/g
