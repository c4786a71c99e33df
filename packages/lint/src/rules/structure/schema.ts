import { type Rule, ruleOfCore } from '../../engine/rule.ts'

/** Reports front matter and YAML that break their schema. `@cahier/core` finds the errors. */
export const schema: Rule = { ...ruleOfCore('structure/schema'), fixes: true }
