import type { SchemaNode, Validator } from '../generated/validators.js'
import type { Document, FieldPlace } from '../model/document.ts'
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

  /** Adds a finding on the value of a field. `replacement` is its fix. */
  add(pointer: string, message: string, data: MessageData = {}, replacement?: string): void {
    const field: FieldPlace | undefined = this.document.places[pointer]
    const place = field?.value ?? FILE_START
    const edits =
      replacement === undefined || field === undefined
        ? []
        : [editAt(this.document.path, place, replacement)]
    this.addAt(pointer, place, message, data, edits)
  }

  /** Adds a finding on a field, at any place. */
  addAt(
    pointer: string,
    place: Place,
    message: string,
    data: MessageData = {},
    edits: NonNullable<Finding['edits']> = [],
  ): void {
    if (this.byPointer.has(pointer)) return
    const { path } = this.document
    const finding: Finding = {
      rule: SCHEMA_RULE,
      severity: 'error',
      message,
      data: { key: nameOf(pointer), ...data },
      path,
      place,
    }
    // The edits are YAML, which would break JSON.
    const isFixable = edits.length > 0 && !path.endsWith('.json')
    this.byPointer.set(pointer, isFixable ? { ...finding, edits } : finding)
  }

  valueAt(pointer: string): Json | undefined {
    return valueAt(this.document.head, pointer)
  }

  /** The place of a key, else the start of the file. */
  keyPlaceAt(pointer: string): Place {
    return this.document.places[pointer]?.key ?? FILE_START
  }

  writtenAt(pointer: string): string {
    const place = this.document.places[pointer]?.value
    return place === undefined
      ? shown(this.valueAt(pointer))
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
