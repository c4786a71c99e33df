import { isBuiltin } from 'node:module'
import { parse } from 'acorn'
import { applied, namesIn } from './code-edits.mjs'

/**
 * A piece of the bundle in which the expressions and the modules of Node that are named at the top are made, or loaded, by the first that uses them: `A` is
 * written `(A())`. The engine takes a tenth of a millisecond for the letters of Unicode each time an expression names them, and no text needs them all. Expressions
 * are written in ASCII: a piece that is nothing else is read sooner, and takes half the memory.
 */
export function madeWhenAsked(code) {
  const program = parse(code, { ecmaVersion: 2023, sourceType: 'script' })
  const { bound, uses, expressions } = namesIn(program)
  const slow = program.body
    .flatMap((node) => (node.type === 'VariableDeclaration' && node.kind === 'var' ? node.declarations : []))
    .filter(({ id, init }) => init !== null && isSlow(init) && bound.get(id.name) === 1)
  const slowNames = new Set(slow.map(({ id }) => id.name))
  return applied(code, [
    ...expressions.map(({ start, end, raw }) => ({ start, end, text: inAscii(raw) })),
    ...slow.map(({ id: { name, start, end }, init }) => {
      const sign = code.slice(end, init.start).trimStart()
      return { start, end: init.start, text: `${name}_made,${name}=()=>${name}_made??${sign}` }
    }),
    ...uses
      .filter(({ name }) => slowNames.has(name))
      .map(({ name, start, end, isShorthand }) => ({ start, end, text: isShorthand ? `${name}:${name}()` : `(${name}())` })),
  ])
}

/** An expression, or a module of Node. */
export function isSlow({ type, callee, arguments: args, regex }) {
  if (type === 'NewExpression') return callee.name === 'RegExp'
  if (type !== 'CallExpression') return regex !== undefined
  return callee.name === '__toESM' ? isSlow(args[0]) : callee.name === 'require' && isBuiltin(args[0].value)
}

function inAscii(text) {
  // A backslash before such a sign says nothing, and would make one of what the sign is written as.
  return text.replace(/\\\\|\\?([^\0-\x7F])/g, (found, unit) =>
    unit === undefined ? found : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
