import { placeOf } from '@cahier/core'
import { ownWordsTest } from '../../amendments/amended-versions.ts'
import { nodesOf } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'
import { addressPlace, schemeOf } from '../../references/addresses.ts'

/**
 * Reports addresses that run a program or name a file of the author's machine, and images pasted as
 * `data:`.
 */
export const dangerousLink: Rule = {
  id: 'safety/dangerous-link',
  severity: 'error',
  alwaysOn: true,
  messages: {
    program: {
      fr: 'une adresse « {scheme}: » peut lancer un programme chez qui lit : donnez une adresse qui commence par https://, ou enlevez le lien',
      en: 'an address “{scheme}:” can run a program on the reader’s device: give an address that begins with https://, or remove the link',
    },
    file: {
      fr: 'cette adresse est celle d’un fichier de votre ordinateur, que personne d’autre ne peut ouvrir : donnez une adresse qui commence par https://, ou enlevez le lien',
      en: 'this is the address of a file on your computer, which nobody else can open: give an address that begins with https://, or remove the link',
    },
    pasted: {
      fr: 'cette image est collée dans le texte, et ne serait pas imprimée : enregistrez-la dans le dossier assets/ et donnez cette adresse',
      en: 'this image is pasted into the text and would not be printed: save it in the folder assets/ and give that address',
    },
    image: {
      fr: 'cette adresse est celle d’un fichier de votre ordinateur, que personne d’autre ne peut ouvrir : copiez l’image dans le dossier assets/ et donnez cette adresse',
      en: 'this is the address of a file on your computer, which nobody else can open: copy the image into the folder assets/ and give that address',
    },
  },
  text({ document, settings, report }) {
    const found = nodesOf(document, 'link', 'image', 'definition')
      .map((node) => ({ node, scheme: schemeOf(node.url) }))
      .filter(({ scheme }) => DANGEROUS.test(scheme))
    if (found.length === 0) return
    const isWritten = ownWordsTest(document, settings)
    for (const { node, scheme } of found) {
      if (!isWritten(placeOf(node))) continue
      const isImage = node.type === 'image'
      const isFile = scheme === 'file' || scheme.length === 1
      const file = isImage ? 'image' : 'file'
      const program = scheme === 'data' && isImage ? 'pasted' : 'program'
      report(isFile ? file : program, addressPlace(document, node), { scheme })
    }
  },
}

/** A single letter is a disk, as in `C:`. */
const DANGEROUS = /^(?:javascript|vbscript|data|file|[a-z])$/
