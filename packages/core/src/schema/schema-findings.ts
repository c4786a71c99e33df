import { groupedBy } from '@cahier/prose'
import type { SchemaError, SchemaNode, Validator } from '../generated/validators.js'
import * as generated from '../generated/validators.js'
import type { Finding } from '../model/finding.ts'
import {
  escapePointer,
  fieldsOf,
  isBlankText,
  isFields,
  nameOf,
  parentOf,
  shown,
} from '../model/json.ts'
import { FILE_START, startPlaceOf } from '../model/place.ts'
import { meantBy } from '../names/nearest.ts'
import { exampleLine, glossOf, isTerm } from './describe-schema.ts'
import { type CheckedDocument, FieldFindings } from './field-findings.ts'
import { SCHEMA_RULE } from './schema-messages.ts'
import { mapOfTerm } from './suggested-value.ts'
import { wrongType } from './wrong-type.ts'
import { notInList, wrongFormat, wrongName } from './wrong-value.ts'

/** The findings of the JSON schema on a document: one for each mistake, on the key or value. */
export function schemaFindings(document: CheckedDocument): readonly Finding[] {
  const validate = VALIDATORS.get(document.kind)
  if (validate === undefined || validate(document.head)) return []
  const misplaced = amendmentAmongProposals(document)
  if (misplaced !== null) return [misplaced]
  const errors = (validate.errors ?? []).filter((error) => !WRAPPERS.has(error.keyword))
  const findings = new FieldFindings(document, validate)
  // Errors on unknown keys come first, since they explain missing keys.
  const rank = ({ keyword }: SchemaError) => FIRST.indexOf(keyword) >>> 0
  const sorted = [...errors].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_ERRORS)
  const explained = new Set<string>()
  for (const error of sorted) readError(error, errors, findings, explained)
  pairUnknownKeys(findings.byPointer)
  return [...findings.byPointer.values()].sort(
    (a, b) => a.place.start.offset - b.place.start.offset,
  )
}

const VALIDATORS: ReadonlyMap<string, Validator> = new Map(Object.entries(generated))

// Keywords whose error only says that an inner keyword failed.
const WRAPPERS = new Set(['if', 'allOf', 'anyOf', 'oneOf', '$ref', 'not'])

const FIRST = ['additionalProperties', 'unevaluatedProperties', 'type']

const MOST_ERRORS = 1000

function amendmentAmongProposals({ path, kind, head, places }: CheckedDocument): Finding | null {
  const { amends, base, by, title } = fieldsOf(head)
  const isAmendment = title === undefined || base !== undefined || by !== undefined
  if (kind !== 'proposal' || typeof amends !== 'string' || !isAmendment) return null
  return {
    rule: SCHEMA_RULE,
    severity: 'error',
    message: 'amendmentHere',
    data: { folder: `amendments/${amends}/` },
    path,
    place: places['/amends']?.key ?? FILE_START,
  }
}

// When a map lacks one key and has one unknown key, the unknown key is probably a wrong name.
function pairUnknownKeys(findings: Map<string, Finding>) {
  const byMap = (message: string) =>
    groupedBy(
      [...findings].filter(([, finding]) => finding.message === message),
      ([pointer]) => parentOf(pointer),
    )
  const lacking = byMap('missing')
  for (const [map, [unknown, ...others]] of byMap('unknownKey')) {
    const [missing, ...more] = lacking.get(map) ?? []
    if (unknown === undefined || missing === undefined || others.length + more.length > 0) continue
    findings.delete(missing[0])
    const { key: meant = '', glossFr = '', glossEn = '' } = missing[1].data
    findings.set(unknown[0], {
      ...unknown[1],
      message: 'unknownForMissing',
      data: { ...unknown[1].data, meant, glossFr, glossEn },
    })
  }
}

function readError(
  error: SchemaError,
  errors: readonly SchemaError[],
  findings: FieldFindings,
  explained: Set<string>,
) {
  const { keyword, instancePath: pointer, params } = error
  const value = findings.valueAt(pointer)
  const key = nameOf(pointer)
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
    unknownKey(error, findings, explained)
  else if (keyword === 'required' || keyword === 'dependentRequired')
    missing(error, findings, explained)
  else if (ON_TEXT.has(keyword) && isBlankText(value))
    findings.add(pointer, 'empty', glossOf(key, findings.schemaAt(pointer)))
  else if (keyword === 'type') wrongType(error, errors, findings)
  else if (keyword === 'propertyNames')
    wrongName(pointer, params.propertyName as string, error.schema as SchemaNode, findings)
  else if (keyword === 'enum') notInList(error, findings)
  else if (keyword === 'pattern' || keyword === 'format') wrongFormat(error, findings)
  else if (keyword === 'false schema') findings.addAtKey(pointer, 'notHere')
  else if (LIMITS[keyword] !== undefined)
    findings.add(pointer, LIMITS[keyword], { limit: params.limit as number })
  else if (keyword === 'const')
    findings.add(pointer, 'wantsThis', {
      value: shown(value),
      meant: String(params.allowedValue),
    })
  else if (keyword === 'uniqueItems') {
    const second = `${pointer}/${params.i as number}`
    findings.add(second, 'twice', { value: findings.shownAt(second) })
  } else findings.add(pointer, 'other', { key: key || '—', keyword })
}

const LIMITS: Readonly<Record<string, string>> = {
  minLength: 'empty',
  minItems: 'empty',
  minProperties: 'empty',
  maxItems: 'tooMany',
  maxLength: 'tooLong',
  minimum: 'minimum',
  maximum: 'maximum',
}

// Keywords whose error on a blank text becomes the message `empty`.
const ON_TEXT = new Set(['type', 'enum', 'const', 'pattern', 'format'])

function unknownKey(error: SchemaError, findings: FieldFindings, explained: Set<string>) {
  const { instancePath, params, parentSchema } = error
  const key = (params.additionalProperty ?? params.unevaluatedProperty) as string
  const pointer = `${instancePath}/${escapePointer(key)}`
  const known = Object.keys(parentSchema.properties ?? {})
  const holder = findings.valueAt(instancePath)
  const free = known.filter((name) => !isFields(holder) || !Object.hasOwn(holder, name))
  const meant = meantBy(key, free, parentSchema['x-aliases'])
  explained.add(`${instancePath}/${escapePointer(meant)}`)
  if (meant !== '' && free.includes(meant)) {
    const gloss = glossOf(meant, parentSchema.properties?.[meant])
    const isSure = !/\s/.test(key)
    findings.addAtKey(
      pointer,
      'unknownKeyNear',
      { key, meant, ...gloss },
      isSure ? meant : undefined,
    )
  } else if (meant !== '' && known.includes(meant))
    findings.addAtKey(pointer, 'keyTwice', { key, meant })
  else if (
    isTerm(parentSchema) &&
    isFields(holder) &&
    Object.keys(holder).length === 1 &&
    typeof holder[key] === 'string'
  ) {
    // `- commune: Commune` is a mistake for `- {id: commune, title: Commune}`.
    for (const name of ['id', 'title']) explained.add(`${instancePath}/${name}`)
    const part = mapOfTerm(holder[key], key)
    const name = nameOf(instancePath)
    findings.addAtKey(pointer, 'wantsPart', { key: name, ...glossOf(name, parentSchema), part })
  } else findings.addAtKey(pointer, 'unknownKey', { key, known })
}

function missing(
  { instancePath, params, parentSchema }: SchemaError,
  findings: FieldFindings,
  explained: ReadonlySet<string>,
) {
  const key = params.missingProperty as string
  const pointer = `${instancePath}/${escapePointer(key)}`
  if (explained.has(pointer)) return
  const holder = findings.document.places[instancePath]
  const before = startPlaceOf(holder?.value ?? FILE_START)
  const place = instancePath === '' ? before : (holder?.key ?? before)
  const schema = parentSchema.properties?.[key]
  const data = { key, line: exampleLine(key, schema), ...glossOf(key, schema) }
  findings.add(pointer, 'missing', data, undefined, place)
}
