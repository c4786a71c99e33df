import { applyEdits, buildProgramme, type Edit, type Programme, readDocument } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { movedPath } from './moves-of.ts'
import type { Move } from './renaming.ts'

/**
 * The programme as it would be once edited and moved. Documents of which nothing changes are kept.
 */
export function renamedProgramme(
  programme: Programme,
  edits: readonly Edit[],
  moves: readonly Move[],
): Programme {
  const byPath = groupedBy(edits, ({ path }) => path)
  const sources = [...programme.documents, ...programme.records, ...programme.signatures].map(
    ({ path, text }) => ({
      path: movedPath(path, moves),
      text: applyEdits(text, byPath.get(path) ?? []),
    }),
  )
  const known = new Map(programme.documents.map((document) => [document.path, document]))
  return buildProgramme({ sources, assets: programme.assets, findings: [] }, (source, kind) => {
    const before = known.get(source.path)
    return before?.text === source.text ? before : readDocument(source, kind)
  })
}
