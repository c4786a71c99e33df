import type { SchemaNode, Validator } from '../generated/validators.js'
import type { Document } from '../model/document.ts'
import { editAt } from '../model/edit.ts'
import type { Finding, MessageData } from '../model/finding.ts'
import { isFields, type Json, nameOf, parentOf, shown, valueAt } from '../model/json.ts'
import { FILE_START, type Place } from '../model/place.ts'
import { SCHEMA_RULE } from './schema-messages.ts'

export type CheckedDocument = Pick<Document, 'path' | 'kind' | 'head' | 'places' | 'text'>

/** The schema findings of one document, by JSON pointer: the first finding on each field. */
export class FieldFindings {
  readonly document: CheckedDocument
  readonly byPointer = new Map<string, Finding>()
  readonly #validate: Validator
  #properties: ReadonlyMap<string, SchemaNode['properties']> | undefined

  constructor(document: CheckedDocument, validate: Validator) {
    this.document = document
    this.#validate = validate
  }

  /** Adds a finding on a field, by default at its value. `replacement` is its fix. */
  add(
    pointer: string,
    message: string,
    data: MessageData = {},
    replacement?: string,
    place = this.document.places[pointer]?.value ?? FILE_START,
  ) {
    if (this.byPointer.has(pointer)) return
    const { path, places } = this.document
    // The fix is YAML, which would break JSON.
    const isFixable =
      replacement !== undefined && places[pointer] !== undefined && !path.endsWith('.json')
    this.byPointer.set(pointer, {
      rule: SCHEMA_RULE,
      severity: 'error',
      message,
      data: { key: nameOf(pointer), ...data },
      path,
      place,
      ...(isFixable && { edits: [editAt(path, place, replacement)] }),
    })
  }

  /** Adds a finding on a field, at its key. `replacement` is the right key. */
  addAtKey(pointer: string, message: string, data?: MessageData, replacement?: string) {
    this.add(pointer, message, data, replacement, this.keyPlaceAt(pointer))
  }

  valueAt(pointer: string): Json | undefined {
    return valueAt(this.document.head, pointer)
  }

  shownAt(pointer: string) {
    return shown(this.valueAt(pointer))
  }

  keyPlaceAt(pointer: string): Place {
    return this.document.places[pointer]?.key ?? FILE_START
  }

  writtenAt(pointer: string) {
    const place = this.document.places[pointer]?.value
    return place === undefined
      ? this.shownAt(pointer)
      : this.document.text.slice(place.start.offset, place.end.offset)
  }

  schemaAt(pointer: string): SchemaNode | undefined {
    this.#properties ??= propertiesByMap(this.#validate, this.document.head)
    return pointer === '' ? undefined : this.#properties.get(parentOf(pointer))?.[nameOf(pointer)]
  }
}

// The schema properties of each map, by JSON pointer. The validator gives them when it refuses a
// key, so each map gets an impossible key.
function propertiesByMap(
  validate: Validator,
  head: Json,
): ReadonlyMap<string, SchemaNode['properties']> {
  validate(
    JSON.parse(JSON.stringify(head), (_, value: Json) =>
      isFields(value) ? { ...value, [IMPOSSIBLE_KEY]: null } : value,
    ),
  )
  const properties = new Map<string, SchemaNode['properties']>()
  for (const { instancePath, params, parentSchema } of validate.errors ?? [])
    if (params.additionalProperty === IMPOSSIBLE_KEY && !properties.has(instancePath))
      properties.set(instancePath, parentSchema.properties)
  return properties
}

const IMPOSSIBLE_KEY = '\u0000'
