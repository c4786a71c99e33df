import type { SchemaError, SchemaNode } from '../generated/validators.js'
import { dayFrom, monthFrom } from '../model/day.ts'
import { escapePointer, isFields, nameOf } from '../model/json.ts'
import { meantBy } from '../names/nearest.ts'
import { isRatio, messageOfPattern } from './describe-schema.ts'
import type { FieldFindings } from './field-findings.ts'
import { ratioFrom, validNameFrom } from './suggested-value.ts'

/** Adds the finding on a value that is not in the list (`enum`) of its schema. */
export function notInList(
  { instancePath, params, parentSchema }: SchemaError,
  findings: FieldFindings,
): void {
  const value = findings.shownAt(instancePath)
  const allowed = (params.allowedValues as unknown[]).filter((one) => one !== null).map(String)
  const meant = meantBy(value, allowed, parentSchema['x-value-aliases'])
  const isShort = meant !== '' && allowed.length <= MOST_LISTED
  const message = isShort ? 'notInListNear' : 'notInList'
  findings.add(instancePath, message, { value, allowed, meant }, meant || undefined)
}

// With more allowed values than this, a message with a suggestion does not list them.
const MOST_LISTED = 8

/** Adds the finding on a key that is not a valid id, rule name or path. */
export function wrongName(
  pointer: string,
  key: string,
  { $ref = '' }: SchemaNode,
  findings: FieldFindings,
): void {
  const written = `${pointer}/${escapePointer(key)}`
  const [message, meant] = $ref.endsWith('/path')
    ? ['path', '']
    : validNameFrom(key, $ref.endsWith('/lint-rule'))
  const data = { key: nameOf(pointer), value: key, meant }
  findings.addAtKey(written, message, data, meant || undefined)
}

/** Adds the finding on a text that does not fit its pattern or format. */
export function wrongFormat(
  { instancePath, parentSchema, schema }: SchemaError,
  findings: FieldFindings,
): void {
  // A pattern error on a map is about a key. The error `propertyNames` on the same key is clearer.
  if (isFields(findings.valueAt(instancePath))) return
  const value = findings.shownAt(instancePath)
  if (parentSchema.pattern?.includes('[\\dX]')) {
    const meant = dayFrom(value) || monthFrom(value)
    if (meant === '') findings.add(instancePath, 'when', { value })
    else findings.add(instancePath, 'whenNear', { value, meant }, meant)
  } else if (parentSchema.format === 'date') wrongDay(instancePath, findings)
  else if (String(schema).startsWith('^[a-z0-9]')) {
    const [message, meant] = validNameFrom(value, String(schema).includes('/'))
    // A text with blanks or signs may be several ids.
    const isSure = meant !== '' && /^[\p{L}\p{N}_/-]+$/u.test(value)
    findings.add(instancePath, message, { value, meant }, isSure ? meant : undefined)
  } else if (isRatio(schema) && ratioFrom(value) !== '') {
    const meant = ratioFrom(value)
    findings.add(instancePath, 'ratioNear', { value, meant }, meant)
  } else findings.add(instancePath, messageOfPattern(schema), { value })
}

/** Adds the finding on a value that is no day, with a fix when it is a day in another form. */
export function wrongDay(pointer: string, findings: FieldFindings): void {
  const value = findings.shownAt(pointer)
  const day = dayFrom(value)
  if (day !== '' && day !== value) findings.add(pointer, 'dayNear', { value, meant: day }, day)
  else findings.add(pointer, 'day', { value })
}
