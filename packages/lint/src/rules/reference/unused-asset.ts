import { FILE_START, linkedPath, memoize, type Programme, readDocument } from '@cahier/core'
import { documentOf, linkBase, nodesOf } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports files of `assets/` that no text, no cover and no copy kept by a round (a vote) shows. */
export const unusedAsset: Rule = {
  id: 'reference/unused-asset',
  severity: 'warning',
  messages: {
    unused: {
      fr: 'aucun texte ne montre ce fichier : montrez-le par ![description](adresse), ou enlevez-le',
      en: 'no text shows this file: show it with ![description](address), or remove it',
    },
  },
  asset({ path }, { programme, report }) {
    if (programme.manifest.publication.cover === path) return
    if (!shownFiles(programme).has(path) && !imagesInCopies(programme).has(path))
      report('unused', FILE_START)
  },
}

const shownFiles = memoize((programme: Programme) => {
  const paths = programme.documents.flatMap((document) => {
    const nodes = nodesOf(document, 'image', 'link', 'definition')
    return nodes.map(({ url }) => linkedPath(linkBase(programme, document), url))
  })
  return new Set(paths)
})

/**
 * Rounds keep copies of texts. The images of these copies must stay, because the hash of a copy
 * covers its images.
 */
const imagesInCopies = memoize((programme: Programme) => {
  const copies = programme.records.filter(({ path }) => path.endsWith('/text.md'))
  return new Set(
    copies.flatMap(({ path, text }) => {
      const [, id = ''] = path.split('/')
      const base = documentOf(programme, 'proposal', id)?.path ?? `axes/x/${id}.md`
      const nodes = nodesOf(readDocument({ path: base, text }, 'proposal'), 'image', 'definition')
      return nodes.map(({ url }) => linkedPath(base, url))
    }),
  )
})
