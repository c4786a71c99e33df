// What both steps that come after esbuild read of a piece, and how they change it.

/** How many times each name is bound or assigned to, wherever that is, and which are assigned to; all uses of names, and all literal expressions. */
export function namesIn(program) {
  const bound = new Map()
  const assigned = new Set()
  const uses = []
  const expressions = []
  const look = (node, binds, assigns) => {
    if (node.regex !== undefined) expressions.push(node)
    else if (node.type === 'Identifier' && binds) {
      bound.set(node.name, (bound.get(node.name) ?? 0) + 1)
      if (assigns) assigned.add(node.name)
    } else if (node.type === 'Identifier') uses.push(node)
    for (const [part, child] of partsOf(node)) {
      if (node.shorthand && part === 'value') child.isShorthand = true
      const own = node.type !== 'MemberExpression'
      const isAssigned = (assigns && own) || ASSIGNING.has(`${node.type} ${part}`)
      look(child, isAssigned || (binds && own) || BINDING.has(`${node.type} ${part}`), isAssigned)
    }
  }
  look(program, false, false)
  return { bound, assigned, uses, expressions }
}

/** The parts of nodes in which a name is not used but given. */
const BINDING = new Set([
  'VariableDeclarator id',
  'FunctionDeclaration id',
  'FunctionDeclaration params',
  'FunctionExpression id',
  'FunctionExpression params',
  'ArrowFunctionExpression params',
  'ClassDeclaration id',
  'ClassExpression id',
  'CatchClause param',
])

const ASSIGNING = new Set(['AssignmentExpression left', 'UpdateExpression argument', 'ForInStatement left', 'ForOfStatement left'])

/** The parts of a node below it, but for names of fields, which are no names of ours. */
function partsOf(node) {
  return Object.entries(node).flatMap(([part, value]) => {
    if ((part === 'property' || part === 'key') && !node.computed) return []
    return [value].flat().flatMap((child) => (typeof child?.type === 'string' ? [[part, child]] : []))
  })
}

/** The text with some of its spans written anew. */
export function applied(text, edits) {
  let done = ''
  let from = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    done += text.slice(from, edit.start) + edit.text
    from = edit.end
  }
  return done + text.slice(from)
}
