import type { ElementContent } from 'xast'
import { x } from 'xastscript'

/**
 * The content of one paragraph with its white space made explicit (ODF 1.3, part 3, 6.1.2): readers
 * collapse spaces and drop leading ones, so runs become `text:s`, tabs `text:tab`, line feeds
 * `text:line-break`. Notes are paragraphs of their own and left alone. No-break spaces pass. At
 * `both ends`, a last space is kept too: that of words taken out of a paragraph, which go back into
 * it.
 */
export function keepSpaces(
  content: readonly ElementContent[],
  where: 'start' | 'both ends' = 'start',
): ElementContent[] {
  // A paragraph begins as if after a space: a leading one would be lost.
  let afterSpace = true
  const visit = (nodes: readonly ElementContent[]): ElementContent[] => {
    const out: ElementContent[] = []
    for (const node of nodes) {
      if (node.type === 'text') explicit(node.value, out)
      else if (node.type === 'element' && inherits.has(node.name))
        out.push({ ...node, children: visit(node.children) })
      else {
        if (node.type === 'element' && !silent.has(node.name)) afterSpace = false
        out.push(node)
      }
    }
    return out
  }
  const explicit = (value: string, out: ElementContent[]): void => {
    if (value === '') return
    // Nearly every text.
    if (!unusual.test(value) && !(afterSpace && value.startsWith(' '))) {
      afterSpace = value.endsWith(' ')
      say(value, out)
      return
    }
    for (const piece of value.split(/(\n|\t| +)/)) {
      if (piece === '') continue
      if (piece === '\n' || piece === '\t') {
        afterSpace = piece === '\n'
        out.push(x(piece === '\n' ? 'text:line-break' : 'text:tab'))
      } else if (piece.startsWith(' ')) {
        const hidden = piece.length - (afterSpace ? 0 : 1)
        if (!afterSpace) say(' ', out)
        if (hidden > 0) out.push(hidden === 1 ? x('text:s') : x('text:s', { 'text:c': hidden }))
        afterSpace = true
      } else {
        afterSpace = false
        say(piece, out)
      }
    }
  }
  const kept = visit(content)
  return where === 'both ends' ? withLastSpace(kept) : kept
}

const unusual = /[\n\t]| {2}/
const inherits = new Set(['text:span', 'text:a'])
const silent = new Set([
  'text:bookmark-start',
  'text:bookmark-end',
  'text:change',
  'text:change-start',
  'text:change-end',
  'office:annotation',
])

function say(value: string, out: ElementContent[]): void {
  const last = out.at(-1)
  if (last?.type === 'text') out[out.length - 1] = { type: 'text', value: last.value + value }
  else out.push({ type: 'text', value })
}

function withLastSpace(content: readonly ElementContent[]): ElementContent[] {
  const last = content.at(-1)
  const before = content.slice(0, -1)
  if (last?.type === 'element' && inherits.has(last.name))
    return [...before, { ...last, children: withLastSpace(last.children) }]
  if (last?.type !== 'text' || !last.value.endsWith(' ')) return [...content]
  const value = last.value.slice(0, -1)
  return [...before, ...(value === '' ? [] : [{ type: 'text' as const, value }]), x('text:s')]
}
