import { memoize, type Programme, readDocument, resolvePath } from '@cahier/core'
import { documentOf } from './document-of.ts'
import { nodesOf } from './nodes-of.ts'

/**
 * The paths of the images that the copies of rounds show: their digests count the bytes of each.
 * Gathered once a programme.
 */
export const frozenImages = memoize((programme: Programme): ReadonlySet<string> => {
  const copies = programme.records.filter(({ path }) => path.endsWith('/text.md'))
  return new Set(
    copies.flatMap(({ path, text }) => {
      const [, id = ''] = path.split('/')
      // Links and images are read from where the proposal stands.
      const base = documentOf(programme, 'proposal', id)?.path ?? `axes/x/${id}.md`
      return nodesOf(readDocument({ path: base, text }, 'proposal'), 'image', 'definition').map(
        ({ url }) => resolvePath(base, url),
      )
    }),
  )
})
