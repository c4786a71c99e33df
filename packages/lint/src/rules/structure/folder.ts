import { coreMessages } from '@cahier/core'
import type { Rule } from '../../engine/rule.ts'

const id = 'structure/folder'

/** Reports misplaced, badly named or unreadable files, which `@cahier/core` finds. */
export const folder: Rule = {
  id,
  severity: 'error',
  alwaysOn: true,
  messages: coreMessages[id] ?? {},
}
