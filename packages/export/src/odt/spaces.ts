import type { ElementContent } from 'xast'
import { x } from 'xastscript'

/**
 * The content of one paragraph with its white space made explicit (ODF 1.3, part 3, 6.1.2): readers collapse spaces and drop leading ones, so
 * runs become `text:s`, tabs `text:tab`, line feeds `text:line-break`. Notes are paragraphs of their own and left alone. No-break spaces pass.
 */
export function keepSpaces(content: readonly ElementContent[]): ElementContent[] {
  // A paragraph begins as if after a space: a leading one would be lost.
  let afterSpace = true
  const visit = (nodes: readonly ElementContent[]): ElementContent[] =>
    merged(
      nodes.flatMap((node) => {
        if (node.type === 'text') return explicit(node.value)
        if (node.type !== 'element') return [node]
        if (inherits.has(node.name)) return [{ ...node, children: visit(node.children) }]
        if (!silent.has(node.name)) afterSpace = false
        return [node]
      }),
    )
  const explicit = (value: string): ElementContent[] =>
    value.split(/(\n|\t| +)/).flatMap((piece): ElementContent[] => {
      if (piece === '') return []
      if (piece === '\n' || piece === '\t') {
        afterSpace = piece === '\n'
        return [x(piece === '\n' ? 'text:line-break' : 'text:tab')]
      }
      if (!piece.startsWith(' ')) {
        afterSpace = false
        return [{ type: 'text', value: piece }]
      }
      const hidden = piece.length - (afterSpace ? 0 : 1)
      const shown: ElementContent[] = afterSpace ? [] : [{ type: 'text', value: ' ' }]
      afterSpace = true
      return hidden === 0 ? shown : [...shown, hidden === 1 ? x('text:s') : x('text:s', { 'text:c': hidden })]
    })
  return visit(content)
}

const inherits = new Set(['text:span', 'text:a'])
const silent = new Set(['text:bookmark-start', 'text:bookmark-end'])

// Splitting at spaces leaves a text node per word.
function merged(nodes: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (node.type === 'text' && last?.type === 'text') out[out.length - 1] = { type: 'text', value: last.value + node.value }
    else out.push(node)
  }
  return out
}
