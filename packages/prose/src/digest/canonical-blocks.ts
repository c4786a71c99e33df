import type { Nodes, Root } from 'mdast'
import { isOurComment } from '../blocks/leaf-blocks.ts'
import { definitionsOf } from '../blocks/link-and-note-definitions.ts'
import type { Citation } from '../markdown/citation.ts'
import { foldPieces, foldProse, type Piece, unpadded } from './fold-prose.ts'

/** Returns the SHA-256 of an image; for an image outside the programme, its address. */
export type ImageDigest = (url: string) => string

/**
 * The `v1` canonical form of blocks (schemas/digest.md, "Blocks"). The link targets and notes come
 * from `tree`. Only the first call of a note writes its text, so that time is linear.
 */
export function canonicalBlocks(
  tree: Root,
  blocks: readonly Nodes[],
  imageDigest: ImageDigest,
): string {
  const definitions = definitionsOf(tree)
  const called = new Map<string, number>()
  let marks: Iterator<string> = [].values()
  return list(writtenWithNotes())

  // An explicit stack, since notes may call each other thousands of levels deep.
  function writtenWithNotes() {
    const stack = [frameOf(blocks)]
    for (;;) {
      const frame = stack.at(-1) as Frame
      const identifier = frame.calls[frame.marks.length]
      if (identifier !== undefined) {
        const rank = called.get(identifier)
        if (rank !== undefined) frame.marks.push(list([atom('note'), atom(String(rank))]))
        else {
          called.set(identifier, called.size + 1)
          stack.push(frameOf(definitions.notes.get(identifier)?.children ?? []))
        }
        continue
      }
      stack.pop()
      marks = frame.marks.values()
      const written = frame.blocks.map(block)
      const caller = stack.at(-1)
      if (caller === undefined) return written
      caller.marks.push(list([atom('note'), ...written]))
    }
  }

  function block(node: Nodes): string {
    switch (node.type) {
      case 'paragraph':
        return list([atom('p'), inline(node.children)])
      case 'heading':
        return list([atom('h'), atom(String(node.depth)), inline(node.children)])
      case 'thematicBreak':
        return list([atom('hr')])
      case 'blockquote':
        return list([atom('q'), ...node.children.map(block)])
      case 'list':
        return list([
          atom(node.ordered ? 'ol' : 'ul'),
          atom(node.ordered ? String(node.start ?? 1) : ''),
          ...node.children.map(block),
        ])
      case 'listItem':
        return list([atom('li'), ...node.children.map(block)])
      case 'code':
        // The parser keeps blanks at the end of an info string: `unpadded` removes them.
        return list([
          atom('code'),
          atom(node.lang ?? ''),
          atom(unpadded(node.meta ?? '')),
          atom(node.value.replace(/\r\n?/g, '\n')),
        ])
      case 'table':
        return list([
          atom('table'),
          list((node.align ?? []).map((align) => atom(align ?? ''))),
          ...node.children.map(block),
        ])
      case 'tableRow':
        return list([atom('tr'), ...node.children.map((cell) => inline(cell.children))])
      case 'html':
        return isOurComment(node.value) ? '' : html(node.value)
      case 'definition':
      case 'footnoteDefinition':
        return ''
      default:
        return list([atom('p'), inline([node])])
    }
  }

  function inline(nodes: readonly Nodes[]) {
    const pieces: Piece[] = []
    collect(nodes, pieces)
    return list(
      foldPieces(pieces).map((piece) => ('text' in piece ? atom(`t${piece.text}`) : piece.mark)),
    )
  }

  function collect(nodes: readonly Nodes[], pieces: Piece[]) {
    for (const node of nodes) {
      switch (node.type) {
        case 'text':
          pieces.push({ text: node.value })
          break
        case 'emphasis':
        case 'strong':
        case 'delete':
          enclose(pieces, atom(`<${node.type}`), node.children)
          break
        case 'link':
          enclose(
            pieces,
            list([atom('<link'), atom(node.url), atom(foldProse(node.title ?? ''))]),
            node.children,
          )
          break
        case 'linkReference': {
          const target = definitions.links.get(node.identifier)
          enclose(
            pieces,
            list([atom('<link'), atom(target?.url ?? ''), atom(foldProse(target?.title ?? ''))]),
            node.children,
          )
          break
        }
        case 'image':
          pieces.push({ mark: image(node.alt, node), stands: 'word' })
          break
        case 'imageReference':
          pieces.push({
            mark: image(node.alt, definitions.links.get(node.identifier)),
            stands: 'word',
          })
          break
        case 'inlineCode':
          pieces.push({
            mark: list([atom('code'), atom(node.value.replace(/\r\n?|\n/g, ' '))]),
            stands: 'word',
          })
          break
        case 'break':
          pieces.push({ mark: list([atom('br')]), stands: 'break' })
          break
        case 'footnoteReference':
          pieces.push({ mark: marks.next().value, stands: 'word' })
          break
        case 'citation':
          pieces.push({ mark: citation(node), stands: 'word' })
          break
        case 'html':
          if (!isOurComment(node.value)) pieces.push({ mark: html(node.value), stands: 'word' })
          break
        default:
          if ('children' in node) collect(node.children, pieces)
      }
    }
  }

  function enclose(pieces: Piece[], opening: string, children: readonly Nodes[]) {
    pieces.push({ mark: opening, stands: 'nothing' })
    collect(children, pieces)
    pieces.push({ mark: atom('>'), stands: 'nothing' })
  }

  function image(alt: string | null | undefined, target: Target | undefined) {
    const url = target?.url ?? ''
    const shown = imageDigest(url)
    return list([
      atom('img'),
      atom(foldProse(alt ?? '')),
      atom(shown === url ? `u${url}` : `b${shown}`),
      atom(foldProse(target?.title ?? '')),
    ])
  }
}

/** The blocks of the text, or of a note that is being written. */
interface Frame {
  readonly blocks: readonly Nodes[]
  readonly calls: readonly string[]
  readonly marks: string[]
}

function frameOf(blocks: readonly Nodes[]): Frame {
  const calls: string[] = []
  const visit = (node: Nodes) => {
    if (node.type === 'footnoteReference') calls.push(node.identifier)
    else if (node.type !== 'footnoteDefinition' && 'children' in node)
      for (const child of node.children) visit(child)
  }
  for (const node of blocks) visit(node)
  return { blocks, calls, marks: [] }
}

function html(value: string) {
  return list([atom('html'), atom(foldProse(value))])
}

function citation({ items }: Citation) {
  const works = items.map((item) =>
    list([
      atom(item.suppressAuthor ? '-' : ''),
      atom(item.key.normalize('NFC')),
      atom(foldProse(item.locator)),
    ]),
  )
  return list([atom('cite'), ...works])
}

interface Target {
  readonly url: string
  readonly title?: string | null | undefined
}

/** A string in canonical form: its length in UTF-8 bytes, a colon, the string. */
export function atom(text: string): string {
  return `${Buffer.byteLength(text)}:${text}`
}

/** A list in canonical form: its members in parentheses. */
export function list(members: readonly string[]): string {
  let form = '('
  for (const member of members) form += member
  return `${form})`
}
