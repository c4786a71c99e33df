import { coreMessages } from '@cahier/core'
import type { Rule } from '../../engine/rule.ts'

const id = 'structure/folder'

/** Found while reading (core): listed here so that it has a page and a level. */
export const folder: Rule = { id, severity: 'error', fixed: true, messages: coreMessages[id] ?? {} }
