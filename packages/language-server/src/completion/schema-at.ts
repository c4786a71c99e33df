import { type Document, type Language, segmentsOf } from '@cahier/core'
import amendment from '@cahier/schemas/amendment.schema.json' with { type: 'json' }
import axis from '@cahier/schemas/axis.schema.json' with { type: 'json' }
import collective from '@cahier/schemas/collective.schema.json' with { type: 'json' }
import decisions from '@cahier/schemas/decisions.schema.json' with { type: 'json' }
import definitions from '@cahier/schemas/definitions.schema.json' with { type: 'json' }
import positions from '@cahier/schemas/positions.schema.json' with { type: 'json' }
import programme from '@cahier/schemas/programme.schema.json' with { type: 'json' }
import proposal from '@cahier/schemas/proposal.schema.json' with { type: 'json' }
import question from '@cahier/schemas/question.schema.json' with { type: 'json' }
import settings from '@cahier/schemas/settings.schema.json' with { type: 'json' }
import sources from '@cahier/schemas/sources.schema.json' with { type: 'json' }
import transmission from '@cahier/schemas/transmission.schema.json' with { type: 'json' }

/**
 * A node of a JSON Schema. Titles are `Français | English`; descriptions have a paragraph in
 * French, then one in English.
 */
export interface SchemaNode {
  readonly title?: string
  readonly description?: string
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, SchemaNode | boolean>>
  readonly additionalProperties?: SchemaNode | boolean
  readonly items?: SchemaNode | boolean
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly 'x-enum-titles'?: Readonly<Record<string, string>>
  readonly oneOf?: readonly SchemaNode[]
  readonly anyOf?: readonly SchemaNode[]
  readonly allOf?: readonly SchemaNode[]
  readonly required?: readonly string[]
  readonly if?: SchemaNode
  readonly then?: SchemaNode
  readonly else?: SchemaNode
}

/** The schema nodes that may describe the value at a JSON pointer; several for alternatives. */
export function schemasAt(kind: Document['kind'], pointer: string): readonly SchemaNode[] {
  const root = SCHEMAS[kind]
  if (root === undefined) return []
  return segmentsOf(pointer)
    .reduce<readonly Located[]>(
      (nodes, segment) => nodes.flatMap((node) => stepInto(node, segment)),
      alternatives({ node: root, file: root }),
    )
    .map(({ node }) => node)
}

/** The keys that can be added to a map with the keys and values of `held`. */
export function addableKeys(
  schemas: readonly SchemaNode[],
  held: ReadonlyMap<string, string>,
): ReadonlyMap<string, SchemaNode> {
  const keys = new Map<string, SchemaNode>()
  for (const schema of schemas)
    for (const [key, node] of Object.entries(schema.properties ?? {}))
      if (typeof node === 'object' && !keys.has(key) && mayJoin(key, held, schema))
        keys.set(key, node)
  return keys
}

// A key must not make a key of `held` invalid: some keys depend on others.
function mayJoin(key: string, held: ReadonlyMap<string, string>, schema: SchemaNode): boolean {
  const all = new Map([...held, [key, held.get(key) ?? '']])
  return (
    allows(schema, key, all) &&
    [...held.keys()].every((one) => allows(schema, one, all) || !allows(schema, one, held))
  )
}

function allows(schema: SchemaNode, key: string, held: ReadonlyMap<string, string>): boolean {
  const { properties = {}, additionalProperties, allOf = [] } = schema
  if (properties[key] === false || (additionalProperties === false && !(key in properties)))
    return false
  const more = schema.if && (holds(schema.if, held) ? schema.then : schema.else)
  return [...allOf, more ?? []].flat().every((one) => allows(one, key, held))
}

function holds({ required = [], properties = {} }: SchemaNode, held: ReadonlyMap<string, string>) {
  const isOne = (key: string, node: SchemaNode | boolean) => {
    const value = held.get(key)
    if (value === undefined || typeof node !== 'object') return true
    const { const: only = value, enum: among = [only] } = node
    return among.includes(value)
  }
  return (
    required.every((key) => held.has(key)) &&
    Object.entries(properties).every(([key, node]) => isOne(key, node))
  )
}

export function titleIn(title: string | undefined, language: Language): string {
  const [fr = '', en = fr] = (title ?? '').split(' | ')
  return language === 'fr' ? fr : en
}

export function descriptionIn(description: string | undefined, language: Language): string {
  const [fr = '', en = fr] = (description ?? '').split('\n\n')
  return language === 'fr' ? fr : en
}

interface Located {
  readonly node: SchemaNode
  /** The file in which local references are resolved. */
  readonly file: SchemaNode
}

const SCHEMAS = {
  manifest: programme,
  axis,
  proposal,
  amendment,
  collective,
  positions,
  decisions,
  question,
  settings,
  sources,
  transmission,
} as Partial<Record<Document['kind'], SchemaNode>>

function stepInto({ node, file }: Located, segment: string): readonly Located[] {
  const next =
    /^\d+$/.test(segment) && node.items !== undefined
      ? node.items
      : (node.properties?.[segment] ?? node.additionalProperties)
  return typeof next === 'object' ? alternatives({ node: next, file }) : []
}

// The target of `$ref` comes last, so that a title on the node itself is preferred.
function alternatives({ node, file }: Located, depth = 0): readonly Located[] {
  if (depth > 8) return []
  const { oneOf = [], anyOf = [], allOf = [], $ref } = node
  const inner = [...oneOf, ...anyOf, ...allOf].map((one) => ({ node: one, file }))
  const referred = $ref === undefined ? null : resolve($ref, file)
  const others = referred === null ? inner : [...inner, referred]
  return [{ node, file }, ...others.flatMap((one) => alternatives(one, depth + 1))]
}

function resolve(ref: string, file: SchemaNode): Located | null {
  const [name = '', fragment = ''] = ref.split('#')
  const target = name === '' ? file : (definitions as SchemaNode)
  const node = fragment
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], target)
  return typeof node === 'object' && node !== null
    ? { node: node as SchemaNode, file: target }
    : null
}
