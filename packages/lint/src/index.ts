export {
  baselineOf,
  increasedCounts,
  carryCountsToRenamed,
} from './engine/baseline.ts'
export { warmComparisonCaches } from './evidence/subjects.ts'
export { lint, type LintScope, textFindings } from './engine/lint.ts'
export {
  EVERYTHING,
  type FindingFilter,
  type Fixes,
  type Refusal,
  type Refused,
} from './fix/fixes.ts'
export { planFixes } from './fix/plan-fixes.ts'
export { planFormat } from './fix/plan-format.ts'
export { planLooseFixes } from './fix/plan-loose-fixes.ts'
export { lintLooseText, looseRules } from './loose/lint-loose-text.ts'
export { readLooseText } from './loose/read-loose-text.ts'
export type { Surroundings } from './document/surroundings.ts'
export { type PageAnchors, pageAnchors } from './document/page-anchors.ts'
export { isAtOrBelow } from './engine/levels.ts'
export { type Settings, settingsOf } from './document/settings.ts'
export { selectsOnlyRules, selectionOf, familyOf, type Report, type Rule } from './engine/rule.ts'
export { isFixable, isFixableProse } from './engine/is-fixable.ts'
export { ruleNamed, rules } from './rules/index.ts'
export { lintMessages } from './engine/lint.ts'
export { admitWord } from './fix/admit-word.ts'
export { addressPlace } from './references/addresses.ts'
export { type IdKind, ID_FIELDS, TERM_LISTS, type TermKind } from './references/id-fields.ts'
export { fieldsAt, textsAt } from './document/documents.ts'
export { linkBase } from './document/documents.ts'
export { nodesOf } from './document/documents.ts'
export { relativePath } from './document/documents.ts'
