import type { AlignType, Nodes, Root } from 'mdast'
import { placesInPool } from './places-in-pool.ts'

/**
 * Reads the tree of a text out of the engine's layout: a header, nodes of equal size in the order they were met, lists of children, the fields
 * of each kind of node, and one pool of UTF-8 that begins with the text itself. All at once and without accessors: a linter asks for everything.
 * @throws when it is no such layout.
 */
export function treeOfArena(arena: Uint8Array, text: string): Root {
  const view = new DataView(arena.buffer, arena.byteOffset, arena.byteLength)
  if (arena.length < 52 || at(0) !== MAGIC || at(4) !== MDAST) throw new Error('no tree of Markdown')
  const size = at(8)
  const nodes = at(16)
  const children = at(24)
  const data = at(32)
  const pool = arena.subarray(at(40), at(40) + at(36))
  const { placeOf, byteAt } = placesInPool(pool)
  const own = byteAt(text.length)
  // What is not written in the text as it is meant: decoded at once, for a call takes longer than what it decodes.
  const made = utf8.decode(pool.subarray(own))
  return node(0) as Root

  function at(offset: number): number {
    return view.getUint32(offset, true)
  }

  function string(field: number): string {
    const start = at(field)
    const from = placeOf(start)
    const to = placeOf(start + at(field + 4))
    return start < own ? text.slice(from, to) : made.slice(from - text.length, to - text.length)
  }

  function optional(field: number): string | null {
    const value = string(field)
    return value === '' ? null : value
  }

  function reference(field: number) {
    return REFERENCES[arena[field] as number] as 'shortcut' | 'collapsed' | 'full'
  }

  function inside<T extends Nodes>(base: number): T[] {
    const count = at(base + 40)
    let child = children + at(base + 36) * 4
    const found = new Array<T>(count)
    for (let rank = 0; rank < count; rank++, child += 4) found[rank] = node(at(child)) as T
    return found
  }

  function node(id: number): Nodes {
    const base = nodes + id * size
    const field = data + at(base + 44)
    const position = {
      start: { line: at(base + 20), column: at(base + 24), offset: at(base + 12) },
      end: { line: at(base + 28), column: at(base + 32), offset: at(base + 16) },
    }
    const type = arena[base + 4] as number
    switch (type) {
      case 0:
        return { type: 'root', children: inside(base), position }
      case 1:
        return { type: 'paragraph', children: inside(base), position }
      case 2:
        return { type: 'heading', depth: arena[field] as 1 | 2 | 3 | 4 | 5 | 6, children: inside(base), position }
      case 3:
        return { type: 'thematicBreak', position }
      case 4:
        return { type: 'blockquote', children: inside(base), position }
      case 5: {
        const ordered = arena[field + 4] !== 0
        return {
          type: 'list',
          ordered,
          start: ordered ? at(field) : null,
          spread: arena[field + 5] !== 0,
          children: inside(base),
          position,
        }
      }
      case 6:
        return { type: 'listItem', spread: arena[field + 1] !== 0, checked: null, children: inside(base), position }
      case 7:
        return { type: 'html', value: string(field), position }
      case 8:
        return { type: 'code', lang: optional(field), meta: optional(field + 8), value: string(field + 16), position }
      case 9:
        return {
          type: 'definition',
          identifier: string(field + 16),
          label: string(field + 24),
          title: optional(field + 8),
          url: string(field),
          position,
        }
      case 10:
        return { type: 'text', value: string(field), position }
      case 11:
        return { type: 'emphasis', children: inside(base), position }
      case 12:
        return { type: 'strong', children: inside(base), position }
      case 13:
        return { type: 'inlineCode', value: string(field), position }
      case 14:
        return { type: 'break', position }
      case 15:
        return { type: 'link', title: optional(field + 8), url: string(field), children: inside(base), position }
      case 16:
        return { type: 'image', title: optional(field + 16), url: string(field), alt: string(field + 8), position }
      case 17:
        return {
          type: 'linkReference',
          identifier: string(field),
          label: string(field + 8),
          referenceType: reference(field + 16),
          children: inside(base),
          position,
        }
      case 18:
        return {
          type: 'imageReference',
          identifier: string(field),
          label: string(field + 8),
          referenceType: reference(field + 16),
          alt: string(field + 20),
          position,
        }
      case 19:
        return { type: 'footnoteDefinition', identifier: string(field), label: string(field + 8), children: inside(base), position }
      case 20:
        return { type: 'footnoteReference', identifier: string(field), label: string(field + 8), position }
      case 21: {
        const align = Array.from(arena.subarray(field + 4, field + 4 + at(field)), (side) => ALIGNMENTS[side] as AlignType)
        return { type: 'table', align, children: inside(base), position }
      }
      case 22:
        return { type: 'tableRow', children: inside(base), position }
      case 23:
        return { type: 'tableCell', children: inside(base), position }
      case 24:
        return { type: 'delete', children: inside(base), position }
      default:
        throw new Error(`a node of type ${type}`)
    }
  }
}

const MAGIC = 0x5241444d
const MDAST = 1
const REFERENCES = ['shortcut', 'collapsed', 'full']
const ALIGNMENTS: readonly AlignType[] = [null, 'left', 'right', 'center']
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
