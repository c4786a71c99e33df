import { memoize, type Programme, resolvePath } from '@cahier/core'
import { linkBase } from './link-base.ts'
import { nodesOf } from './nodes-of.ts'

/** The paths that some text of the programme links to or shows; gathered once a programme. */
export const shownFiles = memoize(
  (programme: Programme): ReadonlySet<string> =>
    new Set(
      programme.documents.flatMap((document) => {
        const base = linkBase(programme, document)
        return nodesOf(document, 'image', 'link', 'definition').map(({ url }) =>
          resolvePath(base, url),
        )
      }),
    ),
)
