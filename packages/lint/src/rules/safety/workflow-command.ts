import { matchesIn } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'

/** Reports lines that a code host would run as a command (GitHub, Azure). */
export const workflowCommand: Rule = {
  id: 'safety/workflow-command',
  severity: 'error',
  alwaysOn: true,
  messages: {
    order: {
      fr: '« {written} » au début d’une ligne est un ordre pour les machines qui relisent ce dossier : écrivez autre chose avant, ou mettez un seul deux-points',
      en: '“{written}” at the start of a line is a command to the machines that check this folder: write something before it, or use one colon',
    },
  },
  document({ document, report }) {
    for (const { 0: line, 1: order = '', index } of matchesIn(document.text, ORDERS)) {
      const end = index + line.length
      report('order', { start: end - order.length, end }, { written: order.slice(0, 40) })
    }
  },
}

/** The leading blanks exclude line ends: many blank lines would take quadratic time. */
const ORDERS =
  /^[^\S\r\n\u2028\u2029]*(::[a-zA-Z][\w-]*(?:[^\S\r\n][^\r\n:]*)?::|##\[[a-zA-Z]+\]|##vso\[[a-zA-Z.]+)/gm
