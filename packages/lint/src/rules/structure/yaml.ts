import { coreMessages } from '@cahier/core'
import type { Rule } from '../../engine/rule.ts'

const id = 'structure/yaml'

/** Reports YAML that cannot be parsed. Core finds it; listed for its page and level. */
export const yaml: Rule = { id, severity: 'error', fixed: true, messages: coreMessages[id] ?? {} }
