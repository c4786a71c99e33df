import { coreMessages } from '@cahier/core'
import type { Rule } from '../../engine/rule.ts'

const id = 'structure/schema'

/** Reports front matter and YAML files against their schema. Core finds them. */
export const schema: Rule = { id, severity: 'error', fixed: true, messages: coreMessages[id] ?? {} }
