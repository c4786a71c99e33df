import { type Rule, ruleOfCore } from '../../engine/rule.ts'

/** Reports YAML that cannot be parsed, which `@cahier/core` finds. */
export const yaml: Rule = { ...ruleOfCore('structure/yaml'), fixes: true }
