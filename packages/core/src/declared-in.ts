import type { Json } from './document.ts'
import { isFields } from './fields.ts'
import type { SchemaNode, Validator } from './generated/validators.js'

/**
 * The properties of each map of a head as the schema declares them, by JSON pointer: an error
 * inside a shared definition only carries the definition. A validator tells of a map's properties
 * when it refuses a key, so each map is given one that cannot exist, all of them at once.
 */
export function declaredIn(
  validate: Validator,
  head: Json,
): ReadonlyMap<string, SchemaNode['properties']> {
  validate(
    JSON.parse(JSON.stringify(head), (_, value: Json) =>
      isFields(value) ? { ...value, [NO_KEY]: null } : value,
    ),
  )
  const declared = new Map<string, SchemaNode['properties']>()
  for (const { instancePath, params, parentSchema } of validate.errors ?? [])
    if (params.additionalProperty === NO_KEY && !declared.has(instancePath))
      declared.set(instancePath, parentSchema.properties)
  return declared
}

const NO_KEY = '\u0000'
