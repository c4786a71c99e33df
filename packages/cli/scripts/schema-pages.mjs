// Makes a documentation page of the schema of each file that people write.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The page of each schema, in one language. */
export function schemaPages(folder, language, [key, meaning]) {
  const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.schema.json') && !/^(?:report-|definitions)/.test(name),
  )
  return names.sort().map((file) => {
    const schema = read(file)
    const title = halfOf(schema.title, ' | ', language)
    const rows = keysOf(schema, schema, '', [])
    const table = [
      `| ${key} | ${meaning} |`,
      '| --- | --- |',
      ...rows.map(([path, said]) => `| \`${path}\` | ${said.replaceAll('|', '\\|')} |`),
    ]
    const text = `# ${title}\n\n${halfOf(schema.description, '\n\n', language)}\n\n${rows.length === 0 ? '' : `${table.join('\n')}\n`}`
    return { name: file.slice(0, -'.schema.json'.length), title, text }
  })

  // A definition inside itself, such as a rule in a rule, is listed once.
  function keysOf(node, schema, above, seen) {
    const own = Object.entries(node.properties ?? {}).flatMap(([name, value]) => {
      const path = above === '' ? name : `${above}.${name}`
      const said = value.description ?? resolved(value, schema).description
      return [
        ...(said === undefined
          ? []
          : [[path, halfOf(said, '\n\n', language).replaceAll('\n', ' ')]]),
        ...within(value, schema, path, seen),
      ]
    })
    return [
      ...own,
      ...(node.additionalProperties
        ? within(node.additionalProperties, schema, above === '' ? '…' : `${above}.…`, seen)
        : []),
    ]
  }

  function within(value, schema, path, seen) {
    if (value.$ref !== undefined) {
      if (seen.includes(value.$ref)) return []
      const [file, pointer] = value.$ref.split('#')
      const home = file === '' ? schema : read(file)
      return within(at(home, pointer), home, path, [...seen, value.$ref])
    }
    return [
      ...keysOf(value, schema, path, seen),
      ...(value.items ? within(value.items, schema, path, seen) : []),
    ]
  }

  function resolved(value, schema) {
    if (value.$ref === undefined) return value
    const [file, pointer] = value.$ref.split('#')
    return at(file === '' ? schema : read(file), pointer)
  }
}

function at(schema, pointer = '') {
  return pointer
    .split('/')
    .slice(1)
    .reduce((node, step) => node[step], schema)
}

// Titles are `Français | English`; descriptions have a paragraph in each language.
function halfOf(text, between, language) {
  const [french, ...english] = text.split(between)
  return language === 'fr' ? french : english.join(between) || french
}
