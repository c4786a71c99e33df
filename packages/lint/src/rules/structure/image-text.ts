import { placeOf } from '@cahier/core'
import { foldProse } from '@cahier/prose'
import { nodesOf } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports images without a useful text alternative (WCAG 2.2, criterion 1.1.1). */
export const imageText: Rule = {
  id: 'structure/image-text',
  severity: 'warning',
  inDraft: 'info',
  messages: {
    missing: {
      fr: 'cette image n’a pas de description : dites entre les crochets ce qu’elle montre, pour qui ne la voit pas',
      en: 'this image has no description: say between the brackets what it shows, for those who do not see it',
    },
    empty: {
      fr: '« {alt} » ne dit pas ce que montre cette image : écrivez entre les crochets ce qu’il faut en comprendre, pour qui ne la voit pas',
      en: '“{alt}” does not say what this image shows: write between the brackets what is to be understood from it, for those who do not see it',
    },
  },
  text({ document, report }) {
    for (const node of nodesOf(document, 'image', 'imageReference')) {
      const alt = (node.alt ?? '').trim()
      if (alt === '') report('missing', placeOf(node))
      else if (FILE_NAME.test(alt) || SAYS_NOTHING.has(foldProse(alt).toLowerCase()))
        report('empty', placeOf(node), { alt })
    }
  },
}

const FILE_NAME =
  /^\S+\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|heic)$|^(?:IMG|DSC|DSCN|PXL|P)[_-]?\d{3,}\S*$/i

const SAYS_NOTHING = new Set(
  'image,photo,photographie,illustration,figure,graphique,schéma,dessin,capture,capture d’écran,logo,picture,photograph,graph,chart,drawing,screenshot,alt,alt text'
    .split(',')
    .map(foldProse),
)
