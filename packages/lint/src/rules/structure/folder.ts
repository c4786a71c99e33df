import { ruleOfCore } from '../../engine/rule.ts'

/** Reports misplaced, badly named or unreadable files, which `@cahier/core` finds. */
export const folder = ruleOfCore('structure/folder')
