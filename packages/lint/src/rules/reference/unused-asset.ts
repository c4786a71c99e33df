import { FILE_START, memoize, type Programme, readDocument, resolvePath } from '@cahier/core'
import { documentOf, linkBase } from '../../document/documents.ts'
import { nodesOf } from '../../document/nodes-of.ts'
import type { Rule } from '../../engine/rule.ts'

/**
 * Every file of `assets/` is shown, linked to, or the cover; what a round froze may show it too.
 */
export const unusedAsset: Rule = {
  id: 'reference/unused-asset',
  severity: 'warning',
  fixed: false,
  messages: {
    unused: {
      fr: () =>
        'aucun texte ne montre ce fichier : montrez-le par ![description](adresse), ou enlevez-le',
      en: () => 'no text shows this file: show it with ![description](address), or remove it',
    },
  },
  asset({ path }, { programme, report }) {
    if (programme.manifest.publication.cover === path) return
    if (!shownFiles(programme).has(path) && !frozenImages(programme).has(path))
      report('unused', FILE_START)
  },
}

/** The paths that some text of the programme links to or shows; gathered once a programme. */
const shownFiles = memoize(
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

/**
 * The paths of the images that the copies of rounds show: their digests count the bytes of each.
 * Gathered once a programme.
 */
const frozenImages = memoize((programme: Programme): ReadonlySet<string> => {
  const copies = programme.records.filter(({ path }) => path.endsWith('/text.md'))
  return new Set(
    copies.flatMap(({ path, text }) => {
      const [, id = ''] = path.split('/')
      // Links and images are relative to the proposal.
      const base = documentOf(programme, 'proposal', id)?.path ?? `axes/x/${id}.md`
      return nodesOf(readDocument({ path: base, text }, 'proposal'), 'image', 'definition').map(
        ({ url }) => resolvePath(base, url),
      )
    }),
  )
})
