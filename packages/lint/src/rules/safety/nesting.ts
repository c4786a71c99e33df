import { denseBlockIn } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'

/** Reports a block that is too deep or too long to parse. Such a block is read as plain text. */
export const nesting: Rule = {
  id: 'safety/nesting',
  severity: 'error',
  alwaysOn: true,
  messages: {
    tooDeep: {
      fr: 'à partir d’ici, trop de citations, de listes ou de crochets imbriqués, trop de lignes qui les prolongent sans leurs marques, ou trop de cases dans un tableau : ce passage est lu comme du texte ordinaire ; simplifiez-le, ou coupez-le en plusieurs',
      en: 'too many nested quotes, lists or brackets from here, lines that follow them without their marks, or cells in one table: this passage is read as plain text; make it simpler, or split it',
    },
  },
  text({ document, report }) {
    const start = document.body === null ? null : denseBlockIn(document.body.tree)
    if (start !== null) report('tooDeep', { start, end: start + 1 })
  },
}
