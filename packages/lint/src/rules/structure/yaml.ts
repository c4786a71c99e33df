import { ruleOfCore } from '../../engine/rule.ts'

/** Reports YAML that cannot be parsed, which `@cahier/core` finds. */
export const yaml = ruleOfCore('structure/yaml')
