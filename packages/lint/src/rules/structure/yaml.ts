import { coreMessages } from '@cahier/core'
import type { Rule } from '../../engine/rule.ts'

const id = 'structure/yaml'

/** Reports YAML that cannot be parsed, which `@cahier/core` finds. */
export const yaml: Rule = {
  id,
  severity: 'error',
  alwaysOn: true,
  messages: coreMessages[id] ?? {},
}
