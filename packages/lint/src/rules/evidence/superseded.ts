import type { Rule } from '../../engine/rule.ts'
import { citationsIn } from '../../evidence/factual-blocks.ts'
import { referenceOf } from '../../evidence/source-figures.ts'

/** Reports citations of a source that another source superseded. */
export const superseded: Rule = {
  id: 'evidence/superseded',
  severity: 'warning',
  inDraft: 'info',
  messages: {
    superseded: {
      fr: '« {key} » a été remplacée par « {by} » : relisez ce passage à la lumière de celle-ci, et citez [@{by}]',
      en: '“{key}” was superseded by “{by}”: read this passage again in its light, and cite [@{by}]',
    },
  },
  document({ programme, document, report }) {
    if (document.kind === 'page' || document.kind === 'amendment') return
    const { opening = [], sections = [] } = document.body ?? {}
    for (const nodes of [opening, ...sections.map((section) => section.nodes)]) {
      const items = nodes.flatMap(citationsIn).flatMap((citation) => citation.items)
      for (const { key, start, end } of items) {
        const by = referenceOf(programme, key)?.supersededBy ?? ''
        if (programme.ids.sources.has(by) && !items.some((item) => item.key === by))
          report('superseded', { start, end }, { key, by })
      }
    }
  },
}
