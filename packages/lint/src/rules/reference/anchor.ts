import { decoded, nearest } from '@cahier/core'
import { nodesOf } from '../../document/nodes-of.ts'
import { placeIn } from '../../document/places.ts'
import type { Rule } from '../../engine/rule.ts'
import { addressPlace } from '../../references/addresses.ts'
import { isSlip } from '../../references/id-uses.ts'
import { isNameIn, pageAnchors } from '../../references/page-anchors.ts'

/**
 * Reports links `#titre` to missing headings inside a page that is not part of the programme. In
 * its texts, `reference/link` does.
 */
export const anchor: Rule = {
  id: 'reference/anchor',
  severity: 'warning',
  editScope: 'tree',
  messages: {
    near: {
      fr: 'aucun titre de cette page ne répond à « #{anchor} » : vouliez-vous écrire « #{meant} » ?',
      en: 'no heading of this page answers to “#{anchor}”: did you mean “#{meant}”?',
    },
    none: {
      fr: 'aucun titre de cette page ne répond à « #{anchor} » : corrigez l’adresse, ou enlevez le lien',
      en: 'no heading of this page answers to “#{anchor}”: fix the address, or remove the link',
    },
  },
  text({ document, report }) {
    if (document.kind !== 'page' || document.body === null) return
    const links = nodesOf(document, 'link', 'definition').filter(({ url }) => /^#[^!:?]/.test(url))
    if (links.length === 0) return
    const known = pageAnchors(document)
    for (const node of links) {
      const name = decoded(node.url.slice(1))
      if (isNameIn(known, name)) continue
      const { start, end } = addressPlace(document, node)
      const place = placeIn(document, start.offset + 1, end.offset)
      const meant = nearest(name, [...known.names])
      const isWritten = document.text.slice(start.offset, end.offset) === node.url
      const edit = { start: start.offset + 1, end: end.offset, text: meant }
      if (meant === '') report('none', place, { anchor: name })
      else
        report(
          'near',
          place,
          { anchor: name, meant },
          isWritten && isSlip(name, meant) ? { edits: [edit] } : {},
        )
    }
  },
}
