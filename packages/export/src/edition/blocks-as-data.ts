import { everyNode, type FlowNode, type InlineNode, nodesAsText } from './nodes.ts'

/** A block of text as plain data, without formatting. */
export interface DataBlock {
  /** `7.1`; `''` for a block without number. */
  readonly number: string
  readonly type: 'paragraph' | 'item' | 'heading' | 'quotation' | 'table' | 'code'
  readonly text: string
  /** Numbers of the notes that the block calls. */
  readonly notes: readonly number[]
  readonly rows?: readonly (readonly string[])[]
}

/**
 * The blocks of a section in reading order, including those in lists and quotations. `type` is the
 * type to give to paragraphs.
 */
export function blocksAsData(
  nodes: readonly FlowNode[],
  type: 'paragraph' | 'quotation' = 'paragraph',
): DataBlock[] {
  return nodes.flatMap((node): DataBlock[] => {
    const number = node.data?.number ?? ''
    switch (node.type) {
      case 'paragraph':
        return [{ number, type, ...content(node.children) }]
      case 'heading':
        return [{ number, type: 'heading', ...content(node.children) }]
      case 'code':
        return [{ number, type: 'code', text: node.value, notes: [] }]
      case 'blockquote':
        return blocksAsData(node.children, 'quotation')
      case 'table': {
        const rows = node.children.map((row) =>
          row.children.map((cell) => nodesAsText(cell.children)),
        )
        const text = rows.map((row) => row.join('\t')).join('\n')
        return [{ number, type: 'table', text, notes: notesIn(node.children), rows }]
      }
      case 'list':
        return node.children.flatMap((item) => {
          const own = item.children.filter(({ type }) => type === 'paragraph')
          const others = item.children.filter(({ type }) => type !== 'paragraph')
          const text = own.map((paragraph) => nodesAsText([paragraph])).join('\n')
          const block = {
            number: item.data?.number ?? '',
            type: 'item' as const,
            text,
            notes: notesIn(own),
          }
          return [...(own.length === 0 ? [] : [block]), ...blocksAsData(others, type)]
        })
      default:
        return []
    }
  })
}

function content(nodes: readonly InlineNode[]): Pick<DataBlock, 'text' | 'notes'> {
  return { text: nodesAsText(nodes), notes: notesIn(nodes) }
}

function notesIn(nodes: readonly (FlowNode | InlineNode)[]): number[] {
  return nodes.flatMap(everyNode).flatMap((node) => (node.type === 'noteCall' ? [node.number] : []))
}
