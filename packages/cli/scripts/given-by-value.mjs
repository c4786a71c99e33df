import { parse } from 'acorn'
import { applied, namesIn } from './code-edits.mjs'
import { isSlow } from './made-when-asked.mjs'

const GIVEN = '__given'

/**
 * A module whose exports are written as a table of what gives each, for `givenByValue`: esbuild has a CommonJS piece ask for each function of another through two getters,
 * at every call, behind which the engine cannot see what is called.
 * @throws {Error} when it gives anything but names that it has.
 */
export function withTable(text) {
  const { body } = parse(text, { ecmaVersion: 2023, sourceType: 'module' })
  const statements = body.filter(({ type }) => type.startsWith('Export'))
  const named = statements.flatMap((one) => {
    if (one.type !== 'ExportNamedDeclaration' || one.declaration !== null || one.source !== null) throw new Error(`a piece has ${one.type}`)
    return one.specifiers.map(({ local, exported }) => `${exported.name}:()=>${local.name}`)
  })
  const cut = statements.map(({ start, end }) => ({ start, end, text: '' }))
  return `${applied(text, cut)}\nvar ${GIVEN}={${named.join(',')}};\n`
}

/**
 * The same once it is CommonJS: it gives these as they are when it has run, or each through one getter where it is given anew or made when asked for. Two pieces that load
 * each other would find nothing there.
 */
export function givenByValue(code) {
  const program = parse(code, { ecmaVersion: 2023, sourceType: 'script' })
  const { assigned } = namesIn(program)
  const declared = program.body.flatMap((node) => (node.type === 'VariableDeclaration' ? node.declarations : []))
  const slow = new Set(declared.filter(({ init }) => init !== null && isSlow(init)).map(({ id }) => id.name))
  const { init } = declared.find(({ id }) => id.name === GIVEN)
  const members = init.properties.map(({ key, value: { body } }) => {
    const [name, value] = [key, body].map(({ start, end }) => code.slice(start, end))
    return slow.has(value) || assigned.has(value) ? `get ${name}(){return ${value}}` : `${name}:${value}`
  })
  return applied(code, [{ start: init.start, end: init.end, text: `module.exports={${members.join(',')}}` }])
}
