import { decoded } from '@cahier/core'
import { nodesOf } from '../../document/documents.ts'
import { isNameIn, pageAnchors } from '../../document/page-anchors.ts'
import type { Rule } from '../../engine/rule.ts'
import { addressPlace } from '../../references/addresses.ts'
import { reportAnchor } from '../../references/missing-targets.ts'

/** Reports links such as `#titre` inside a page (a README) to a heading that the page lacks. */
export const anchor: Rule = {
  id: 'reference/anchor',
  severity: 'warning',
  fixes: true,
  editScope: 'tree',
  messages: {
    anchor: {
      fr: 'aucun titre de cette page ne répond à « {anchor} »{meant|meant| : corrigez l’adresse, ou enlevez le lien}',
      en: 'no heading of this page answers to “{anchor}”{meant|meant|: fix the address, or remove the link}',
    },
  },
  text({ document, report }) {
    if (document.kind !== 'page') return
    const links = nodesOf(document, 'link', 'definition').filter(({ url }) => /^#[^!:?]/.test(url))
    for (const node of links) {
      const known = pageAnchors(document)
      if (!isNameIn(known, decoded(node.url.slice(1))))
        reportAnchor(node.url, addressPlace(document, node), known.names, '', { document, report })
    }
  },
}
