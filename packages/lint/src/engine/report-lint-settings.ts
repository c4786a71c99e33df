import { type Document, nearest, type Programme } from '@cahier/core'
import { fieldsAt, textsAt } from '../document/documents.ts'
import { ruleNamed, rules } from '../rules/index.ts'
import { isAtOrBelow } from './levels.ts'
import { familyOf, type Report } from './rule.ts'

/**
 * Reports faults in a manifest and in `lint-baseline.yaml` (counts of accepted findings): unknown
 * rules, rules whose level cannot change, missing paths.
 */
export function reportLintSettings(
  { documents, assets, records, folderFindings }: Programme,
  document: Document,
  report: Report,
): void {
  reportRuleNames(document, report)
  if (document.kind === 'manifest') {
    const files = [documents, assets].flat()
    for (const { value, place } of textsAt(document, '/lint-paths/*/paths/*'))
      if (!files.some(({ path }) => isAtOrBelow(path, value)))
        report('path', place.value, { path: value })
  } else if (document.kind === 'baseline') {
    const paths = new Set(
      [documents, assets, records, folderFindings].flat().map(({ path }) => path),
    )
    for (const { key, place } of fieldsAt(document, '/*'))
      if (!paths.has(key)) report('gone', place.key ?? place.value, { path: key })
  }
}

/** Reports the rule names in a document that are unknown, or whose level cannot change. */
export function reportRuleNames(document: Document, report: Report): void {
  const patterns = NAMED[document.kind]
  if (patterns === undefined) return
  const families = [...new Set(rules.map(({ id }) => familyOf(id)))]
  for (const pattern of patterns) {
    const fields = fieldsAt(document, pattern)
    for (const { key: id, place } of fields) {
      const rule = ruleNamed(id)
      const where = place.key ?? place.value
      if (rule?.alwaysOn) report('fixed', where, { id })
      if (rule !== undefined || (families.includes(id) && document.kind !== 'baseline')) continue
      const meant = nearest(id, [...rules.map((one) => one.id), ...families])
      const isFree = meant !== '' && !fields.some(({ key }) => key === meant)
      report('unknown', where, { id, meant }, { text: isFree ? meant : undefined })
    }
  }
}

const NAMED: Readonly<Record<string, readonly string[]>> = {
  manifest: ['/lint/*', '/lint-paths/*/levels/*'],
  settings: ['/lint/levels/*', '/lint/paths/*/levels/*'],
  baseline: ['/*/*'],
}
