import { coreMessages } from '@cahier/core'
import type { Rule } from '../../engine/rule.ts'

const id = 'structure/schema'

/** Reports front matter and YAML against their schema. `@cahier/core` finds the errors. */
export const schema: Rule = {
  id,
  severity: 'error',
  alwaysOn: true,
  messages: coreMessages[id] ?? {},
}
