import { ruleOfCore } from '../../engine/rule.ts'

/** Reports front matter and YAML against their schema. `@cahier/core` finds the errors. */
export const schema = ruleOfCore('structure/schema')
