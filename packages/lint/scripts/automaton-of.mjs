/**
 * The smallest automaton that accepts these words and no other (Daciuk and others, “Incremental
 * construction of minimal acyclic finite-state automata”, 2000). `words` are sorted by code unit.
 *
 * Nodes that several edges lead to come first, `shared` of them, the most popular before the
 * others; then the root; then the rest, in the order of the edges that lead to them. What is
 * written are columns, which Brotli packs better than rows. For each edge, a byte: the rank of its
 * letter in `letters`, and 128 where a word ends. For each edge, another: 0 when nothing follows, 1
 * when it leads to the next of the nodes that nothing else leads to, 2 to a shared one; 3 more on
 * the last edge of a node. For each edge of the third kind, the low byte of the place of that node
 * among the shared ones; then, for each, the high byte.
 */
export function automatonOf(words) {
  const nodes = nodesOf(words)
  const letters = [...new Set(words.join(''))].sort()
  const rankOf = new Map(letters.map((letter, rank) => [letter, rank]))
  const shared = sharedOf(nodes)
  if (letters.length > 128 || shared.length > 65536)
    throw new Error('the automaton does not fit in its columns')
  const placeOf = new Map(shared.map((node, place) => [node, place]))
  const columns = { letters: [], ways: [], low: [], high: [] }
  const order = [...shared, nodes.at(-1)]
  for (const { edges } of order) {
    edges.forEach(({ letter, to }, rank) => {
      const place = placeOf.get(to)
      const way = to.edges.length === 0 ? LEAF : place === undefined ? NEXT : SHARED
      columns.letters.push(rankOf.get(letter) | (to.isFinal ? FINAL : 0))
      columns.ways.push(way + (rank === edges.length - 1 ? LAST : 0))
      if (way === NEXT) order.push(to)
      if (way === SHARED) {
        columns.low.push(place & 0xff)
        columns.high.push(place >> 8)
      }
    })
  }
  return {
    letters: letters.join(''),
    shared: shared.length,
    edges: columns.letters.length,
    bytes: Buffer.from([...columns.letters, ...columns.ways, ...columns.low, ...columns.high]),
  }
}

const FINAL = 1 << 7
const [LEAF, NEXT, SHARED, LAST] = [0, 1, 2, 3]

/**
 * The nodes that more than one edge leads to, and that lead on; of those as popular, those of the
 * same letters stand together.
 */
function sharedOf(nodes) {
  const counts = new Map()
  for (const { edges } of nodes)
    for (const { to } of edges) if (to.edges.length > 0) counts.set(to, (counts.get(to) ?? 0) + 1)
  const keyOf = ({ edges }) => edges.map(({ letter }) => letter).join('')
  const keyed = [...counts]
    .filter(([, count]) => count > 1)
    .map(([node, count]) => ({ node, count, key: keyOf(node) }))
  keyed.sort(
    (a, b) => b.count - a.count || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.node.id - b.node.id),
  )
  return keyed.map(({ node }) => node)
}

/** The nodes of the automaton, each after all those it leads to. */
function nodesOf(words) {
  const known = new Map()
  const newNode = () => ({ id: 0, isFinal: false, edges: [] })
  const path = [newNode()]
  const keyOf = ({ isFinal, edges }) =>
    `${isFinal}${edges.map(({ letter, to }) => letter + to.id).join()}`
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
