import {
  type Document,
  editAt,
  type Finding,
  nearest,
  type Place,
  type Programme,
} from '@cahier/core'
import { fieldsAt, textsAt } from '../document/fields-at.ts'
import { isBelow } from './levels.ts'
import { familyOf, type Rule } from './rule.ts'

export const LEVEL_RULE = 'linting/level'

/**
 * Findings on a manifest and on the baseline (accepted counts): rules that are unknown, rules whose
 * level cannot change, and missing paths.
 */
export function levelFindings(
  { documents, assets, records, folderFindings }: Programme,
  document: Document,
  rules: readonly Rule[],
): readonly Finding[] {
  const files = [documents, assets].flat()
  const paths = document.kind === 'manifest' ? textsAt(document, '/lint-paths/*/paths/*') : []
  const lost = paths.filter(({ value }) => !files.some(({ path }) => isBelow(path, value)))
  const known = document.kind === 'baseline' ? fieldsAt(document, '/*') : []
  const isThere = (wanted: string) =>
    [files, records, folderFindings].flat().some(({ path }) => path === wanted)
  return [
    ...ruleNameFindings(document, rules),
    ...lost.map(({ value, place }) => finding(document, 'path', place.value, { path: value })),
    ...known
      .filter(({ key }) => !isThere(key))
      .map(({ key, place }) => finding(document, 'gone', place.key ?? place.value, { path: key })),
  ]
}

/**
 * Findings on the rule names in a document: rules that are unknown, or whose level cannot change.
 */
export function ruleNameFindings(document: Document, rules: readonly Rule[]): readonly Finding[] {
  const families = [...new Set(rules.map(({ id }) => familyOf(id)))]
  const named = NAMED[document.kind] ?? []
  return named.flatMap((pattern) =>
    fieldsAt(document, pattern).flatMap(({ key, place }, _, fields) => {
      const rule = rules.find(({ id }) => id === key)
      const where = place.key ?? place.value
      if (rule !== undefined)
        return rule.alwaysOn ? [finding(document, 'fixed', where, { id: key })] : []
      if (families.includes(key) && document.kind !== 'baseline') return []
      const meant = nearest(key, [...rules.map(({ id }) => id), ...families])
      if (meant === '') return [finding(document, 'unknown', where, { id: key })]
      const isTaken = fields.some((field) => field.key === meant)
      return [
        finding(document, 'unknownNear', where, { id: key, meant }, isTaken ? undefined : meant),
      ]
    }),
  )
}

// The fields that name rules, by kind of document.
const NAMED: Readonly<Record<string, readonly string[]>> = {
  manifest: ['/lint/*', '/lint-paths/*/levels/*'],
  settings: ['/lint/levels/*', '/lint/paths/*/levels/*'],
  baseline: ['/*/*'],
}

function finding(
  { path }: Document,
  message: string,
  place: Place,
  data: Finding['data'],
  meant?: string,
): Finding {
  return {
    rule: LEVEL_RULE,
    severity: 'warning',
    message,
    data,
    path,
    place,
    ...(meant !== undefined && { edits: [editAt(path, place, meant)] }),
  }
}
