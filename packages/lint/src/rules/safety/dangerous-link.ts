import type { Document } from '@cahier/core'
import type { Definition, Image, Link } from 'mdast'
import { addressPlace } from '../../address-place.ts'
import { nodesOf } from '../../nodes-of.ts'
import type { Report, Rule } from '../../rule.ts'
import { schemeOf } from '../../scheme-of.ts'

/** No address that runs a program or opens a file of the reader's machine. */
export const dangerousLink: Rule = {
  id: 'safety/dangerous-link',
  severity: 'error',
  fixed: true,
  messages: {
    program: {
      fr: ({ scheme }) =>
        `une adresse « ${scheme}: » peut lancer un programme chez qui lit : donnez une adresse qui commence par https://, ou enlevez le lien`,
      en: ({ scheme }) =>
        `an address “${scheme}:” can run a program at the reader’s: give an address that begins with https://, or remove the link`,
    },
    file: {
      fr: () =>
        'cette adresse est celle d’un fichier de votre ordinateur, que personne d’autre ne peut ouvrir : donnez une adresse qui commence par https://, ou enlevez le lien',
      en: () =>
        'this is the address of a file on your computer, which nobody else can open: give an address that begins with https://, or remove the link',
    },
    image: {
      fr: () =>
        'cette adresse est celle d’un fichier de votre ordinateur, que personne d’autre ne peut ouvrir : copiez l’image dans le dossier assets/ et donnez cette adresse',
      en: () =>
        'this is the address of a file on your computer, which nobody else can open: copy the image into the folder assets/ and give that address',
    },
  },
  text({ document, report }) {
    for (const node of nodesOf(document, 'link', 'image', 'definition')) check(node, document, report)
  },
}

function check(node: Link | Image | Definition, document: Document, report: Report): void {
  const scheme = schemeOf(node.url)
  if (scheme === 'javascript' || scheme === 'vbscript' || scheme === 'data') report('program', addressPlace(document, node), { scheme })
  else if (scheme === 'file' || scheme.length === 1) report(node.type === 'image' ? 'image' : 'file', addressPlace(document, node))
}
