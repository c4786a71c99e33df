/**
 * The smallest automaton that accepts these words and no other (Daciuk and others, “Incremental construction of minimal acyclic
 * finite-state automata”, 2000), as edges in a `Uint32Array`. `words` are sorted by code unit.
 *
 * An edge is 32 bits: 7 for the rank of its letter in `letters`, one for “a word ends here”, one for “last edge of its node”, and 23 for
 * the place of the first edge of the node it leads to, 0 when nothing follows. Those of the root come last, from `root` on.
 */
export function automatonOf(words) {
  const nodes = nodesOf(words)
  const letters = [...new Set(words.join(''))].sort()
  const rankOf = new Map(letters.map((letter, rank) => [letter, rank]))
  const places = new Map()
  // No edge stands at 0, which says that nothing follows.
  let length = 1
  for (const node of nodes) {
    places.set(node, node.edges.length === 0 ? 0 : length)
    length += node.edges.length
  }
  if (letters.length > 128 || length > 2 ** 23) throw new Error('the automaton does not fit in 32 bits an edge')
  const edges = new Uint32Array(length)
  for (const node of nodes) {
    node.edges.forEach(({ letter, to }, rank) => {
      const isLast = rank === node.edges.length - 1
      const flags = (to.isFinal ? FINAL : 0) | (isLast ? LAST : 0)
      edges[places.get(node) + rank] = (rankOf.get(letter) | flags | (places.get(to) << 9)) >>> 0
    })
  }
  return { letters: letters.join(''), root: places.get(nodes.at(-1)), edges }
}

const FINAL = 1 << 7
const LAST = 1 << 8

/** The nodes of the automaton, each after all those it leads to. */
function nodesOf(words) {
  const known = new Map()
  const newNode = () => ({ id: 0, isFinal: false, edges: [] })
  const path = [newNode()]
  const keyOf = ({ isFinal, edges }) => `${isFinal}${edges.map(({ letter, to }) => letter + to.id).join()}`
  // What follows a word that is done never changes again: nodes alike become one.
  const settle = (depth) => {
    while (path.length > depth + 1) {
      const node = path.pop()
      const key = keyOf(node)
      const same = known.get(key)
      if (same !== undefined) path.at(-1).edges.at(-1).to = same
      else {
        node.id = known.size + 1
        known.set(key, node)
      }
    }
  }
  let before = ''
  for (const word of words) {
    let shared = 0
    while (shared < word.length && word[shared] === before[shared]) shared++
    settle(shared)
    for (const letter of word.slice(shared)) {
      const node = newNode()
      path.at(-1).edges.push({ letter, to: node })
      path.push(node)
    }
    path.at(-1).isFinal = true
    before = word
  }
  settle(0)
  return [...known.values(), path[0]]
}
