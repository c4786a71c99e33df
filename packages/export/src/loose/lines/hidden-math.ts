import type { Nodes } from 'mdast'

/**
 * A text whose formulas are hidden from the Markdown parser, unit for unit, and what puts them back
 * in its tree.
 */
export interface HiddenMath {
  readonly text: string
  readonly show: (tree: Nodes) => void
}

/**
 * Hides `$…$` and `$$…$$` (pandoc's rule: no blank just inside, no figure right after, so that
 * prices are prices): underscores, stars and backslashes mean something else there, and the formula
 * is to be printed as it was written.
 */
export function hideMath(text: string, from: number): HiddenMath {
  if (!text.includes('$', from) || text.includes(MARK)) return { text, show: () => {} }
  const pieces: Piece[] = []
  const hidden = text.slice(from).replace(FORMULA, (formula: string, at: number) => {
    if (!/[\\*_~[<&!]/.test(formula)) return formula
    return formula.replace(LINE, (line: string, lineAt: number) => {
      pieces.push({ start: from + at + lineAt, text: line })
      return MARK + FILLER.repeat(line.length - 1)
    })
  })
  return { text: text.slice(0, from) + hidden, show: (tree) => show(tree, pieces) }
}

interface Piece {
  readonly start: number
  readonly text: string
}

// Letters of the private use area: they open nothing, and nobody writes them.
const MARK = '\uE0F0'
const FILLER = '\uE0F1'
const HIDDEN = /\uE0F0\uE0F1*/g
/** A formula; one between two `$$` may go over lines. */
export const FORMULA: RegExp =
  /(?<![\\$])\$\$(?!\$)(?:(?!\r?\n[ \t>]*\r?\n)[^$`]){1,2000}\$\$|(?<![\\$\p{L}\d])\$(?![\s$])[^$`|\r\n]{1,300}(?<![\s\\])\$(?![\d$])/gu
/** What a formula has on one line; what makes the line part of a quote or a list stays. */
const LINE = /(?<=^|[\r\n][ \t>]*)[^\r\n \t>][^\r\n]*/g

function show(node: Nodes, pieces: readonly Piece[]): void {
  if (pieces.length === 0) return
  if ('children' in node) for (const child of node.children) show(child, pieces)
  const fields = node as unknown as Record<string, unknown>
  for (const names of [['value', 'alt', 'label', 'url', 'title'], ['identifier']]) {
    let within: Piece[] | null = null
    for (const name of names) {
      const value = fields[name]
      if (typeof value !== 'string' || !value.includes(MARK)) continue
      within ??= piecesOf(node, pieces)
      const queue = within
      fields[name] = value.replace(HIDDEN, () => queue.shift()?.text ?? '')
    }
  }
}

function piecesOf(node: Nodes, pieces: readonly Piece[]): Piece[] {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? 0
  return pieces.filter((piece) => piece.start >= start && piece.start < end)
}
