import { coreMessages } from '@cahier/core'
import type { Rule } from '../../engine/rule.ts'

const id = 'structure/yaml'

/** Found while reading (core): listed here so that it has a page and a level. */
export const yaml: Rule = { id, severity: 'error', fixed: true, messages: coreMessages[id] ?? {} }
