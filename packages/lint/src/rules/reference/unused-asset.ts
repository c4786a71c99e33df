import { FILE_START, resolvePath } from '@cahier/core'
import { nodesOf } from '../../nodes-of.ts'
import { linkBase } from '../../link-base.ts'
import type { Rule } from '../../rule.ts'

/** Every file of `assets/` is shown, linked to, or the cover. */
export const unusedAsset: Rule = {
  id: 'reference/unused-asset',
  severity: 'info',
  fixed: false,
  messages: {
    unused: {
      fr: () => 'aucun texte ne montre ce fichier : montrez-le par ![description](adresse), ou enlevez-le',
      en: () => 'no text shows this file: show it with ![description](address), or remove it',
    },
  },
  asset({ path }, { programme, report }) {
    if (programme.manifest.publication.cover === path) return
    const isShown = programme.documents.some((document) => {
      const base = linkBase(programme, document)
      return nodesOf(document, 'image', 'link', 'definition').some(({ url }) => resolvePath(base, url) === path)
    })
    if (!isShown) report('unused', FILE_START)
  },
}
