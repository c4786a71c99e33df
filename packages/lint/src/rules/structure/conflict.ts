import { coreMessages } from '@cahier/core'
import type { Rule } from '../../rule.ts'

const id = 'structure/conflict'

/** Found while reading (core): listed here so that it has a page and a level. */
export const conflict: Rule = { id, severity: 'error', fixed: true, messages: coreMessages[id] ?? {} }
