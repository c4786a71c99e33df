export { lint, type LintScope } from './lint.ts'
export type { NodeChecks, Report, ReportMore, Rule, RuleContext } from './rule.ts'
export { rules } from './rules/index.ts'
export { lintMessages } from './lint-messages.ts'
