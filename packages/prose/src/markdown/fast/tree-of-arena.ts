import type { AlignType, Nodes, Parent, Root } from 'mdast'

/**
 * Reads a Markdown tree from a WebAssembly parser's memory: a header, nodes of equal size, lists of
 * children, the fields of each node, and a UTF-8 pool that begins with the text.
 * @throws for any other content.
 */
export function treeOfArena(arena: Uint8Array, text: string): Root {
  return new Arena(arena, text).node(0) as Root
}

const MAGIC = 0x5241444d
const MDAST = 1

// A class, and one function for each kind of node. V8 would compile a single large function several
// times.
class Arena {
  private readonly view: DataView
  private readonly size: number
  private readonly nodes: number
  private readonly children: number
  private readonly data: number
  private readonly units: Uint32Array
  private readonly textEnd: number
  /** The strings of the pool after the text, decoded at once for speed. */
  private readonly otherStrings: string

  constructor(
    private readonly bytes: Uint8Array,
    private readonly text: string,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < 52 || this.at(0) !== MAGIC || this.at(4) !== MDAST)
      throw new Error('no tree of Markdown')
    this.size = this.at(8)
    this.nodes = this.at(16)
    this.children = this.at(24)
    this.data = this.at(32)
    const pool = bytes.subarray(this.at(40), this.at(40) + this.at(36))
    this.units = unitsOfBytes(pool)
    this.textEnd = Buffer.byteLength(text)
    this.otherStrings = utf8.decode(pool.subarray(this.textEnd))
  }

  node(id: number): Nodes {
    const base = this.nodes + id * this.size
    const position = {
      start: { line: this.at(base + 20), column: this.at(base + 24), offset: this.at(base + 12) },
      end: { line: this.at(base + 28), column: this.at(base + 32), offset: this.at(base + 16) },
    }
    const make = MAKERS[this.byte(base + 4)]
    if (make === undefined) throw new Error(`a node of type ${this.byte(base + 4)}`)
    return make(this, this.data + this.at(base + 44), position, base)
  }

  inside<T extends Nodes>(base: number): T[] {
    const found: T[] = []
    const first = this.children + this.at(base + 36) * 4
    const end = first + this.at(base + 40) * 4
    for (let child = first; child < end; child += 4) found.push(this.node(this.at(child)) as T)
    return found
  }

  at(offset: number): number {
    return this.view.getUint32(offset, true)
  }

  byte(offset: number): number {
    return this.bytes[offset] as number
  }

  string(field: number): string {
    const start = this.at(field)
    const from = this.units[start] as number
    const to = this.units[start + this.at(field + 4)] as number
    return start < this.textEnd
      ? this.text.slice(from, to)
      : this.otherStrings.slice(from - this.text.length, to - this.text.length)
  }

  optional(field: number): string | null {
    const value = this.string(field)
    return value === '' ? null : value
  }

  reference(field: number): 'shortcut' | 'collapsed' | 'full' {
    return REFERENCES[this.byte(field)] as 'shortcut' | 'collapsed' | 'full'
  }
}

/**
 * Makes a node of one kind: its fields begin at `field`, and its record at `base` tells where its
 * children are listed.
 */
type Maker = (
  arena: Arena,
  field: number,
  position: NonNullable<Nodes['position']>,
  base: number,
) => Nodes

const MAKERS: readonly Maker[] = [
  parent('root'),
  parent('paragraph'),
  (arena, field, position, base) => ({
    type: 'heading',
    depth: arena.byte(field) as 1 | 2 | 3 | 4 | 5 | 6,
    children: arena.inside(base),
    position,
  }),
  (_arena, _, position) => ({ type: 'thematicBreak', position }),
  parent('blockquote'),
  (arena, field, position, base) => {
    const ordered = arena.byte(field + 4) !== 0
    const start = ordered ? arena.at(field) : null
    return {
      type: 'list',
      ordered,
      start,
      spread: arena.byte(field + 5) !== 0,
      children: arena.inside(base),
      position,
    }
  },
  (arena, field, position, base) => ({
    type: 'listItem',
    spread: arena.byte(field + 1) !== 0,
    checked: null,
    children: arena.inside(base),
    position,
  }),
  literal('html'),
  (arena, field, position) => ({
    type: 'code',
    lang: arena.optional(field),
    meta: arena.optional(field + 8),
    value: arena.string(field + 16),
    position,
  }),
  (arena, field, position) => ({
    type: 'definition',
    identifier: arena.string(field + 16),
    label: arena.string(field + 24),
    title: arena.optional(field + 8),
    url: arena.string(field),
    position,
  }),
  literal('text'),
  parent('emphasis'),
  parent('strong'),
  literal('inlineCode'),
  (_arena, _, position) => ({ type: 'break', position }),
  (arena, field, position, base) => ({
    type: 'link',
    title: arena.optional(field + 8),
    url: arena.string(field),
    children: arena.inside(base),
    position,
  }),
  (arena, field, position) => ({
    type: 'image',
    title: arena.optional(field + 16),
    url: arena.string(field),
    alt: arena.string(field + 8),
    position,
  }),
  (arena, field, position, base) => ({
    type: 'linkReference',
    identifier: arena.string(field),
    label: arena.string(field + 8),
    referenceType: arena.reference(field + 16),
    children: arena.inside(base),
    position,
  }),
  (arena, field, position) => ({
    type: 'imageReference',
    identifier: arena.string(field),
    label: arena.string(field + 8),
    referenceType: arena.reference(field + 16),
    alt: arena.string(field + 20),
    position,
  }),
  (arena, field, position, base) => ({
    type: 'footnoteDefinition',
    identifier: arena.string(field),
    label: arena.string(field + 8),
    children: arena.inside(base),
    position,
  }),
  (arena, field, position) => ({
    type: 'footnoteReference',
    identifier: arena.string(field),
    label: arena.string(field + 8),
    position,
  }),
  (arena, field, position, base) => {
    const align = Array.from(
      { length: arena.at(field) },
      (_, column) => ALIGNMENTS[arena.byte(field + 4 + column)] as AlignType,
    )
    return { type: 'table', align, children: arena.inside(base), position }
  },
  parent('tableRow'),
  parent('tableCell'),
  parent('delete'),
]

function parent(type: Extract<Nodes, Parent>['type']): Maker {
  return (arena, _, position, base) => ({ type, children: arena.inside(base), position }) as Nodes
}

function literal(type: 'text' | 'inlineCode' | 'html'): Maker {
  return (arena, field, position) => ({ type, value: arena.string(field), position })
}

const REFERENCES = ['shortcut', 'collapsed', 'full']
const ALIGNMENTS: readonly AlignType[] = [null, 'left', 'right', 'center']
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Maps each character's first UTF-8 byte to its UTF-16 offset. */
function unitsOfBytes(pool: Uint8Array) {
  const units = new Uint32Array(pool.length + 1)
  let unit = 0
  for (let at = 0; at < pool.length; at++) {
    const byte = pool[at] as number
    units[at] = unit
    if (byte < 0x80 || byte >= 0xc0) unit += byte >= 0xf0 ? 2 : 1
  }
  units[pool.length] = unit
  return units
}
