import type { SchemaError, SchemaNode } from '../generated/validators.js'
import { escapePointer, fieldsOf, type Json, nameOf, parentOf, shown } from '../model/json.ts'
import { glossOf, isRatio, isTerm, linesOfMap, namesInQuotes } from './describe-schema.ts'
import type { CheckedDocument, FieldFindings } from './field-findings.ts'
import { booleanFrom, flowYaml, listFrom, mapOfTerm, numberFrom } from './suggested-value.ts'
import { notInList, wrongDay } from './wrong-value.ts'

/**
 * Adds the finding on a value of the wrong type, with a fix when it is certain. `errors` are all
 * errors of the document.
 */
export function wrongType(
  error: SchemaError,
  errors: readonly SchemaError[],
  findings: FieldFindings,
): void {
  const { instancePath: pointer, params, parentSchema, schemaPath } = error
  const wanted = [params.type].flat() as string[]
  // The schema also allows a type other than null, whose error is clearer.
  if (params.type === 'null') return
  const value = findings.valueAt(pointer)
  const key = nameOf(pointer)
  const gloss = glossOf(key, findings.schemaAt(pointer) ?? parentSchema)
  const isScalar = typeof value === 'number' || typeof value === 'boolean'
  const inEnum = errors.findLast(
    ({ keyword, instancePath }) => keyword === 'enum' && instancePath === pointer,
  )
  if (value === null) emptyValue(pointer, wanted, findings, gloss)
  else if (wanted.includes('array')) wantsList(pointer, parentSchema, findings)
  else if (isScalar && inEnum !== undefined) notInList(inEnum, findings)
  else if (wanted.includes('string') && isRatio(parentSchema.pattern))
    findings.add(pointer, 'ratio', { value: shown(value) })
  else if (parentSchema.format === 'date' && isScalar) wrongDay(pointer, findings)
  else if (wanted.includes('string') && isScalar) {
    const written = findings.writtenAt(pointer)
    findings.add(pointer, 'wantsText', { line: `${key}: "${written}"` }, `"${written}"`)
  } else if (wanted.includes('boolean'))
    findings.add(pointer, 'wantsBoolean', {}, booleanFrom(shown(value)))
  else if (wanted.includes('integer') && schemaPath === YEAR_ALONE)
    findings.add(pointer, 'when', { value: shown(value) })
  else if (wanted.includes('integer')) wantsNumber(pointer, 'wantsWhole', findings)
  else if (wanted.includes('number')) wantsNumber(pointer, 'wantsNumber', findings)
  else if (wanted.includes('object')) wantsMap(pointer, parentSchema, findings)
  else findings.add(pointer, 'wantsOne', gloss)
}

// The schema path of the keyword `type` for a date with a year alone.
const YEAR_ALONE = '#/else/else/type'

function emptyValue(
  pointer: string,
  wanted: readonly string[],
  findings: FieldFindings,
  gloss: ReturnType<typeof glossOf>,
) {
  const { document } = findings
  if (pointer === '')
    findings.add('', /\.(?:yaml|json)$/.test(document.path) ? 'nothingInFile' : 'nothing')
  else if (wanted.includes('object') && unindentedMap(pointer, findings)) return
  else if (nameOf(pointer) === '') findings.add(pointer, 'emptyEntry')
  else findings.add(pointer, isHashed(document, pointer) ? 'hashed' : 'empty', gloss)
}

// Whether YAML reads a value as a comment, as in `title: #Garantir`.
function isHashed({ places, text }: CheckedDocument, pointer: string) {
  const key = places[pointer]?.key
  return key != null && /^["']?[ \t]*:[ \t]+#/.test(text.slice(key.end.offset, key.end.offset + 40))
}

// Unknown keys after an empty map probably lack indentation: one finding then replaces those on
// each key. False when there is no such key.
function unindentedMap(pointer: string, findings: FieldFindings) {
  const holder = parentOf(pointer)
  const names = Object.keys(fieldsOf(findings.valueAt(holder)))
  const after = names.slice(names.indexOf(nameOf(pointer)) + 1)
  const pointerOf = (name: string) => `${holder}/${escapePointer(name)}`
  const firstKnown = after.findIndex(
    (name) => findings.byPointer.get(pointerOf(name))?.message !== 'unknownKey',
  )
  const strays = firstKnown < 0 ? after : after.slice(0, firstKnown)
  for (const name of strays) findings.byPointer.delete(pointerOf(name))
  const [first] = strays
  if (first === undefined) return false
  const place = findings.keyPlaceAt(pointerOf(first))
  findings.add(pointer, 'unindented', namesInQuotes(strays), undefined, place)
  return true
}

function wantsList(pointer: string, schema: SchemaNode, findings: FieldFindings) {
  const key = nameOf(pointer)
  if (key === '') findings.add(pointer, 'wantsEntries', { line: '- id: …' })
  else if (schema.items?.properties !== undefined)
    findings.add(pointer, 'wantsListOf', namesInQuotes(linesOfMap(schema.items)))
  else {
    const list = listFrom(findings.valueAt(pointer), findings.writtenAt(pointer), schema)
    const line = `${key}: ${list || '[…]'}`
    findings.add(pointer, 'wantsList', { line }, list || undefined)
  }
}

function wantsNumber(
  pointer: string,
  message: 'wantsWhole' | 'wantsNumber',
  findings: FieldFindings,
) {
  const value: Json | undefined = findings.valueAt(pointer)
  const data = { value: shown(value) }
  const meant = typeof value === 'string' ? numberFrom(value) : ''
  if (meant === '' || (message === 'wantsWhole' && meant.includes('.')))
    findings.add(pointer, message, data)
  else {
    const isQuoted = meant === value
    findings.add(pointer, isQuoted ? 'numberQuoted' : 'numberNear', { ...data, meant }, meant)
  }
}

function wantsMap(pointer: string, schema: SchemaNode, findings: FieldFindings) {
  const key = nameOf(pointer)
  const lines = linesOfMap(schema)
  const gloss = glossOf(key, schema)
  const value = findings.valueAt(pointer)
  const firstKey = Object.keys(schema.properties ?? {})[0] ?? ''
  const isText = typeof value === 'string' && value !== ''
  // A stance often gets more keys. The message therefore shows it on a line of its own, not in
  // `{…}`.
  if (firstKey === 'stance' && isText)
    findings.add(pointer, 'wantsBelow', { ...gloss, line: `stance: ${value}` })
  else if (isText && (MAY_BE_ALONE.has(firstKey) || isTerm(schema))) {
    const map = isTerm(schema) ? mapOfTerm(value) : flowYaml({ [firstKey]: value })
    const isItem = /\/\d+$/.test(pointer)
    const part = isItem ? map : `${key}: ${map}`
    findings.add(pointer, 'wantsPart', { ...gloss, part }, map)
  } else if (key === '') findings.add(pointer, 'wantsHead')
  else if (lines.length > 0)
    findings.add(pointer, 'wantsMapOf', { ...namesInQuotes(lines), ...gloss })
  else findings.add(pointer, 'wantsMap', gloss)
}

// First keys that people leave out: `rule: majority` for `rule: { method: majority }`.
const MAY_BE_ALONE = new Set(['literal', 'method', 'says'])
