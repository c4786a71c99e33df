import { FILE_START } from '@cahier/core'
import type { Rule } from '../../rule.ts'

/** A source of level C is a copy, to be replaced by the page it copies. */
export const sourceLevel: Rule = {
  id: 'evidence/source-level',
  severity: 'info',
  fixed: false,
  messages: {
    copy: {
      fr: ({ id }) => `« ${id} » est de niveau C (copie, agrégateur ou traduction) : remplacez-la par la page d’origine avant de publier`,
      en: ({ id }) => `“${id}” is of level C (copy, aggregator or translation): replace it by the original page before publishing`,
    },
  },
  document({ programme, document, report }) {
    if (document.kind !== 'sources' || !Array.isArray(document.head)) return
    const copies = new Set(programme.sources.filter(({ level }) => level === 'C').map(({ id }) => id))
    for (const [index, entry] of document.head.entries()) {
      const id = entry?.id
      if (typeof id === 'string' && copies.has(id)) report('copy', document.places[`/${index}/level`]?.value ?? FILE_START, { id })
    }
  },
}
