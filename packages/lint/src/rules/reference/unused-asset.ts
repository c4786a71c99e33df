import { FILE_START } from '@cahier/core'
import { frozenImages } from '../../frozen-images.ts'
import type { Rule } from '../../rule.ts'
import { shownFiles } from '../../shown-files.ts'

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
