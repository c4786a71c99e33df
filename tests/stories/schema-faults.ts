import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const folder = fileURLToPath(new URL('../../schemas/', import.meta.url))

/**
 * What a value has against the published schema of that name, in ajv's words; nothing when it is as
 * it says.
 */
export function schemaFaults(name: string, value: unknown): readonly string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.schema.json'))) {
    ajv.addSchema(JSON.parse(readFileSync(`${folder}${file}`, 'utf8')))
  }
  ajv.validate(`${name}.schema.json`, value)
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
