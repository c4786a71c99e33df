import { amendmentAmongProposals } from './amendment-among-proposals.ts'
import { dayFrom, monthFrom } from './day.ts'
import { declaredIn } from './declared-in.ts'
import type { Document, FieldPlace, Json } from './document.ts'
import { editAt } from './edit.ts'
import { bareOf, fieldsOf, isBlank, isFields, shown } from './fields.ts'
import type { Finding, MessageData } from './finding.ts'
import type { SchemaError, SchemaNode, Validator } from './generated/validators.js'
import * as generated from './generated/validators.js'
import { indentEdits } from './indent-edits.ts'
import { isHashed } from './is-hashed.ts'
import { escapePointer, nameOf, parentOf, valueAt } from './json-pointer.ts'
import { itemAlone, listWanted } from './list-wanted.ts'
import { meantBy } from './meant-by.ts'
import { isSeveral, nameMeantBy } from './name-meant-by.ts'
import { mapOfOne, mapOfTerm } from './on-one-line.ts'
import { oneASlip } from './one-a-slip.ts'
import { FILE_START, type Place, startOf } from './place.ts'
import { formWantedBy, glossOf, isRatio, isTerm, linesOf, lineWanted } from './schema-node.ts'
import { SCHEMA_RULE } from './schema-rule.ts'
import { booleanFrom, numberFrom, ratioFrom } from './value-from.ts'
import { withoutColon } from './without-colon.ts'

/**
 * Checks a head against the schema of its kind. One slip gives one finding, on the key or the value
 * that is wrong.
 */
export function schemaFindings(
  document: Pick<Document, 'path' | 'kind' | 'head' | 'places' | 'text'>,
): readonly Finding[] {
  const validate = VALIDATORS.get(document.kind)
  if (validate === undefined || validate(document.head)) return []
  const misplaced = amendmentAmongProposals(document)
  if (misplaced !== null) return [misplaced]
  const errors = (validate.errors ?? []).filter((error) => !WRAPPERS.has(error.keyword))
  return new ErrorReader(document, validate).read(errors)
}

/** More slips than anyone mends at once in one file. */
const MOST_ERRORS = 1000

/** As many values as are read in a message that also says which was meant. */
const MOST_LISTED = 8

/**
 * Keys that a text alone was meant for, where a map is wanted: a name, the method of a rule, what a
 * source says.
 */
const ALONE: ReadonlySet<string> = new Set(['literal', 'method', 'says'])

const VALIDATORS: ReadonlyMap<string, Validator> = new Map(Object.entries(generated))

/** Where a date that is neither a text nor a map is asked to be a year. */
const YEAR_ALONE = '#/else/else/type'

/** Keywords that a text of spaces fails, of which it is enough to say that nothing is written. */
const HELD_BY_TEXT = new Set(['type', 'enum', 'const', 'pattern', 'format'])

/** Keywords that only say that something inside them failed: what is inside says it better. */
const WRAPPERS = new Set(['if', 'allOf', 'anyOf', 'oneOf', '$ref', 'not'])

/** A class because unknown keys explain missing ones, which then need no finding of their own. */
class ErrorReader {
  readonly #document: Pick<Document, 'path' | 'head' | 'places' | 'text'>
  readonly #validate: Validator
  readonly #findings = new Map<string, Finding>()
  readonly #explained = new Set<string>()
  /** What is not in a list that it should be taken from. */
  readonly #ofList = new Map<string, SchemaError>()
  #declared: ReadonlyMap<string, SchemaNode['properties']> | undefined

  constructor(document: Pick<Document, 'path' | 'head' | 'places' | 'text'>, validate: Validator) {
    this.#document = document
    this.#validate = validate
  }

  read(errors: readonly SchemaError[]): readonly Finding[] {
    for (const error of errors)
      if (error.keyword === 'enum') this.#ofList.set(error.instancePath, error)
    const rank = (error: SchemaError) =>
      ['additionalProperties', 'unevaluatedProperties', 'type'].indexOf(error.keyword) >>> 0
    for (const error of [...errors].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_ERRORS))
      this.#readOne(error)
    return [...oneASlip(this.#findings, this.#document)].sort(
      (a, b) => a.place.start.offset - b.place.start.offset,
    )
  }

  #readOne(error: SchemaError): void {
    const { keyword, instancePath: pointer, params } = error
    if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
      this.#unknownKey(error)
    else if (keyword === 'required' || keyword === 'dependentRequired')
      this.#missing(error, params.missingProperty as string)
    else if (HELD_BY_TEXT.has(keyword) && isBlank(this.#at(pointer)))
      this.#add(pointer, 'empty', { key: nameOf(pointer), ...glossOf(this.#propertyAt(pointer)) })
    else if (HELD_BY_TEXT.has(keyword) && bareOf(this.#at(pointer)) !== '')
      this.#add(
        pointer,
        'curlyQuotes',
        { meant: bareOf(this.#at(pointer)) },
        bareOf(this.#at(pointer)),
      )
    else if (keyword === 'type') this.#wrongType(error)
    else if (keyword === 'propertyNames')
      this.#wrongName(pointer, params.propertyName as string, error.schema as SchemaNode)
    else if (keyword === 'enum') this.#notInList(error)
    else if (keyword === 'pattern' || keyword === 'format') this.#wrongForm(error)
    else if (keyword === 'false schema')
      this.#put(pointer, this.#document.places[pointer]?.key ?? FILE_START, 'notHere', {
        key: nameOf(pointer),
      })
    else if (keyword === 'minLength' || keyword === 'minItems' || keyword === 'minProperties')
      this.#add(pointer, 'empty', { key: nameOf(pointer) })
    else if (keyword === 'maxItems')
      this.#add(pointer, 'tooMany', { key: nameOf(pointer), limit: params.limit as number })
    else if (keyword === 'const')
      this.#add(pointer, 'wantsThis', {
        key: nameOf(pointer),
        value: shown(this.#at(pointer)),
        meant: String(params.allowedValue),
      })
    else if (keyword === 'maxLength')
      this.#add(pointer, 'tooLong', { key: nameOf(pointer), limit: params.limit as number })
    else if (keyword === 'minimum' || keyword === 'maximum')
      this.#add(pointer, keyword, { key: nameOf(pointer), limit: params.limit as number })
    else if (keyword === 'uniqueItems')
      this.#add(`${pointer}/${params.i as number}`, 'twice', {
        value: shown(this.#at(`${pointer}/${params.i as number}`)),
      })
    else this.#add(pointer, 'other', { key: nameOf(pointer) || '—', keyword })
  }

  #unknownKey({ instancePath, params, parentSchema }: SchemaError): void {
    const key = (params.additionalProperty ?? params.unevaluatedProperty) as string
    const pointer = `${instancePath}/${escapePointer(key)}`
    const place = this.#document.places[pointer]?.key ?? FILE_START
    const known = Object.keys(parentSchema.properties ?? {})
    // Between braces a key may hold nothing, and have its value behind it.
    const holdsValue = this.#document.text[place.end.offset] !== ':'
    const colonless = holdsValue ? withoutColon(key, known) : null
    if (colonless !== null) {
      this.#explained.add(`${instancePath}/${colonless.key}`)
      const { message, isSure, ...data } = colonless
      this.#put(
        pointer,
        place,
        message,
        data,
        isSure ? [editAt(this.#document.path, place, data.line)] : [],
      )
      return
    }
    const holder = this.#at(instancePath)
    const free = known.filter((name) => !isFields(holder) || !Object.hasOwn(holder, name))
    const meant = meantBy(key, free, parentSchema['x-aliases'])
    this.#explained.add(`${instancePath}/${escapePointer(meant)}`)
    if (meant !== '' && free.includes(meant)) {
      const gloss = glossOf(parentSchema.properties?.[meant])
      const edits = holdsValue && /\s/.test(key) ? [] : [editAt(this.#document.path, place, meant)]
      this.#put(pointer, place, 'unknownKeyNear', { key, meant, ...gloss }, edits)
    } else if (meant !== '' && known.includes(meant))
      this.#put(pointer, place, 'keyTwice', { key, meant })
    else if (
      isTerm(parentSchema) &&
      isFields(holder) &&
      Object.keys(holder).length === 1 &&
      typeof holder[key] === 'string'
    ) {
      // `- commune: Commune`, which says both in its own way.
      for (const name of ['id', 'title']) this.#explained.add(`${instancePath}/${name}`)
      this.#put(pointer, place, 'wantsPart', {
        key: nameOf(instancePath),
        ...glossOf(parentSchema),
        part: mapOfTerm(holder[key], key),
      })
    } else this.#put(pointer, place, 'unknownKey', { key, known })
  }

  #missing({ instancePath, parentSchema }: SchemaError, key: string): void {
    const pointer = `${instancePath}/${escapePointer(key)}`
    if (this.#explained.has(pointer)) return
    const field = this.#document.places[instancePath]
    const place =
      instancePath === ''
        ? startOf(field?.value ?? FILE_START)
        : (field?.key ?? startOf(field?.value ?? FILE_START))
    const schema = parentSchema.properties?.[key]
    this.#put(pointer, place, 'missing', { key, line: lineWanted(key, schema), ...glossOf(schema) })
  }

  #wrongType({ instancePath, params, parentSchema, schemaPath }: SchemaError): void {
    const wanted = [params.type].flat() as string[]
    // Nothing may stand here instead of something, of which the rest speaks.
    if (params.type === 'null') return
    const value = this.#at(instancePath)
    const key = nameOf(instancePath)
    const gloss = glossOf(this.#propertyAt(instancePath) ?? parentSchema)
    if (value === null) {
      if (instancePath === '')
        this.#add(
          instancePath,
          /\.(?:yaml|json)$/.test(this.#document.path) ? 'nothingInFile' : 'nothing',
          {},
        )
      else if (wanted.includes('object') && this.#takeUnindented(instancePath)) return
      else if (key === '') this.#add(instancePath, 'emptyEntry', {})
      else
        this.#add(instancePath, isHashed(this.#document, instancePath) ? 'hashed' : 'empty', {
          key,
          ...gloss,
        })
    } else if (wanted.includes('array') && key === '') {
      this.#add(instancePath, 'wantsEntries', { line: '- id: …' })
    } else if (wanted.includes('array') && parentSchema.items?.properties !== undefined) {
      this.#add(instancePath, 'wantsListOf', { key, lines: linesOf(parentSchema.items) })
    } else if (wanted.includes('array')) {
      const list = listWanted(value, this.#written(instancePath), parentSchema)
      this.#add(
        instancePath,
        'wantsList',
        { key, line: `${key}: ${list || '[…]'}` },
        list || undefined,
      )
    } else if (
      (typeof value === 'boolean' || typeof value === 'number') &&
      this.#ofList.has(instancePath)
    )
      this.#notInList(this.#ofList.get(instancePath) as SchemaError)
    else if (wanted.includes('string') && isRatio(parentSchema.pattern)) {
      this.#add(instancePath, 'ratio', { key, value: shown(value) })
    } else if (
      parentSchema.format === 'date' &&
      (typeof value === 'number' || typeof value === 'boolean')
    )
      this.#wrongDay(instancePath)
    else if (
      wanted.includes('string') &&
      (typeof value === 'number' || typeof value === 'boolean')
    ) {
      const written = this.#written(instancePath)
      this.#add(instancePath, 'wantsText', { key, line: `${key}: "${written}"` }, `"${written}"`)
    } else if (wanted.includes('string') && Array.isArray(value))
      this.#wantsOne(instancePath, key, gloss, value)
    else if (wanted.includes('boolean'))
      this.#add(instancePath, 'wantsBoolean', { key }, booleanFrom(shown(value)))
    else if (wanted.includes('integer') && schemaPath === YEAR_ALONE)
      this.#add(instancePath, 'when', { key, value: shown(value) })
    else if (wanted.includes('integer')) this.#wantsNumber(instancePath, 'wantsWhole', key, value)
    else if (wanted.includes('number')) this.#wantsNumber(instancePath, 'wantsNumber', key, value)
    else if (wanted.includes('object')) this.#wantsMap(instancePath, key, parentSchema)
    else this.#add(instancePath, 'wantsOne', { key, ...gloss })
  }

  #wantsNumber(
    pointer: string,
    message: 'wantsWhole' | 'wantsNumber',
    key: string,
    value: Json | undefined,
  ): void {
    const meant = typeof value === 'string' ? numberFrom(value) : ''
    if (meant === '' || (message === 'wantsWhole' && meant.includes('.')))
      this.#add(pointer, message, { key, value: shown(value) })
    else
      this.#add(
        pointer,
        meant === value ? 'numberQuoted' : 'numberNear',
        { key, value: shown(value), meant },
        meant,
      )
  }

  #wantsOne(pointer: string, key: string, gloss: MessageData, value: readonly Json[]): void {
    const item = itemAlone(value, this.#written(pointer))
    if (item === '') this.#add(pointer, 'wantsOne', { key, ...gloss })
    else this.#add(pointer, 'wantsItsItem', { key, line: `${key}: ${item.trim()}`, ...gloss }, item)
  }

  #wantsMap(pointer: string, key: string, schema: SchemaNode): void {
    const lines = linesOf(schema)
    const value = this.#at(pointer)
    const alone = Object.keys(schema.properties ?? {})[0] ?? ''
    if (alone === 'stance' && typeof value === 'string' && value !== '')
      this.#wantsStance(pointer, key, value, schema)
    else if (typeof value === 'string' && value !== '' && (ALONE.has(alone) || isTerm(schema))) {
      const map = isTerm(schema) ? mapOfTerm(value) : mapOfOne(alone, value)
      const isItem = /\/\d+$/.test(pointer)
      this.#add(
        pointer,
        'wantsPart',
        { key, ...glossOf(schema), part: isItem ? map : `${key}: ${map}` },
        map,
      )
    } else if (key === '') this.#add(pointer, 'wantsHead', {})
    else if (lines.length > 0) this.#add(pointer, 'wantsMapOf', { key, lines, ...glossOf(schema) })
    else this.#add(pointer, 'wantsMap', { key, ...glossOf(schema) })
  }

  // A stance is rarely alone: a reservation is to be followed by its argument, on a line of its
  // own.
  #wantsStance(pointer: string, key: string, value: string, schema: SchemaNode): void {
    const { key: name, value: place } = this.#document.places[pointer] ?? {
      key: null,
      value: FILE_START,
    }
    const below = `\n${' '.repeat((name?.start.column ?? 1) + 1)}stance: ${value}`
    const isPlain =
      name != null &&
      /^:[ \t]*$/.test(this.#document.text.slice(name.end.offset, place.start.offset))
    const edits = isPlain
      ? [
          {
            path: this.#document.path,
            start: name.end.offset + 1,
            end: place.end.offset,
            text: below,
          },
        ]
      : []
    this.#put(
      pointer,
      place,
      'wantsBelow',
      { key, ...glossOf(schema), line: `stance: ${value}` },
      edits,
    )
  }

  /**
   * An empty map followed by keys that do not exist: its own, written without their indentation.
   */
  #takeUnindented(pointer: string): boolean {
    const holder = parentOf(pointer)
    const names = Object.keys(fieldsOf(this.#at(holder)))
    const after = names.slice(names.indexOf(nameOf(pointer)) + 1)
    const known = (name: string) =>
      this.#findings.get(`${holder}/${escapePointer(name)}`)?.message !== 'unknownKey'
    const firstKnown = after.findIndex(known)
    const strays = firstKnown < 0 ? after : after.slice(0, firstKnown)
    for (const name of strays) this.#findings.delete(`${holder}/${escapePointer(name)}`)
    const [first] = strays
    if (first === undefined) return false
    const place = this.#document.places[`${holder}/${escapePointer(first)}`]?.key ?? FILE_START
    const data = { key: nameOf(pointer), names: strays.map((name) => `« ${name} »`) }
    this.#put(pointer, place, 'unindented', data, indentEdits(this.#document, pointer, strays))
    return true
  }

  #notInList({ instancePath, params, parentSchema }: SchemaError): void {
    const value = shown(this.#at(instancePath))
    const allowed = (params.allowedValues as unknown[]).filter((one) => one !== null).map(String)
    const meant = meantBy(value, allowed, parentSchema['x-value-aliases'])
    const data = { key: nameOf(instancePath), value, allowed }
    if (meant !== '')
      this.#add(
        instancePath,
        allowed.length > MOST_LISTED ? 'notInLongList' : 'notInListNear',
        { ...data, meant },
        meant,
      )
    else this.#add(instancePath, 'notInList', data)
  }

  #wrongName(pointer: string, key: string, { $ref = '' }: SchemaNode): void {
    const written = `${pointer}/${escapePointer(key)}`
    const place = this.#document.places[written]?.key ?? FILE_START
    const [message, meant] = $ref.endsWith('/path')
      ? ['path', '']
      : nameMeantBy(key, $ref.endsWith('/lint-rule'))
    const edits = meant === '' ? [] : [editAt(this.#document.path, place, meant)]
    this.#put(written, place, message, { key: nameOf(pointer), value: key, meant }, edits)
  }

  #wrongForm({ instancePath, parentSchema, schema }: SchemaError): void {
    // A map has no form: it is a name in it that fails, and `propertyNames` says which.
    if (isFields(this.#at(instancePath))) return
    const value = shown(this.#at(instancePath))
    const key = nameOf(instancePath)
    if (parentSchema.pattern?.includes('[\\dX]')) {
      const meant = dayFrom(value) || monthFrom(value)
      if (meant === '') this.#add(instancePath, 'when', { key, value })
      else this.#add(instancePath, 'whenNear', { value, meant }, meant)
    } else if (parentSchema.format === 'date') this.#wrongDay(instancePath)
    else if (String(schema).startsWith('^[a-z0-9]')) {
      const [message, meant] = nameMeantBy(value, String(schema).includes('/'))
      this.#add(
        instancePath,
        message,
        { key, value, meant },
        meant === '' || isSeveral(instancePath, value) ? undefined : meant,
      )
    } else if (isRatio(schema) && ratioFrom(value) !== '')
      this.#add(
        instancePath,
        'ratioNear',
        { key, value, meant: ratioFrom(value) },
        ratioFrom(value),
      )
    else this.#add(instancePath, formWantedBy(schema), { key, value })
  }

  #wrongDay(pointer: string): void {
    const value = shown(this.#at(pointer))
    const day = dayFrom(value)
    if (day !== '' && day !== value)
      this.#add(pointer, 'dayNear', { key: nameOf(pointer), value, meant: day }, day)
    else this.#add(pointer, 'day', { key: nameOf(pointer), value })
  }

  #add(pointer: string, message: string, data: MessageData, mended?: string): void {
    const field: FieldPlace | undefined = this.#document.places[pointer]
    const place = field?.value ?? FILE_START
    const edits =
      mended === undefined || field === undefined
        ? []
        : [editAt(this.#document.path, place, mended)]
    this.#put(pointer, place, message, data, edits)
  }

  #put(
    pointer: string,
    place: Place,
    message: string,
    data: MessageData,
    edits: NonNullable<Finding['edits']> = [],
  ): void {
    if (this.#findings.has(pointer)) return
    const finding: Finding = {
      rule: SCHEMA_RULE,
      severity: 'error',
      message,
      data,
      path: this.#document.path,
      place,
    }
    // What mends YAML breaks JSON.
    this.#findings.set(
      pointer,
      edits.length > 0 && !this.#document.path.endsWith('.json') ? { ...finding, edits } : finding,
    )
  }

  #at(pointer: string): Json | undefined {
    return valueAt(this.#document.head, pointer)
  }

  /** The schema of a property, from the map that it stands in. */
  #propertyAt(pointer: string): SchemaNode | undefined {
    this.#declared ??= declaredIn(this.#validate, this.#document.head)
    return pointer === '' ? undefined : this.#declared.get(parentOf(pointer))?.[nameOf(pointer)]
  }

  #written(pointer: string): string {
    const place = this.#document.places[pointer]?.value
    return place === undefined
      ? shown(this.#at(pointer))
      : this.#document.text.slice(place.start.offset, place.end.offset)
  }
}
