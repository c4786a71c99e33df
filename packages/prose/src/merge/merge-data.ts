import { splitHead } from '../markdown/front-matter.ts'
import { begunByBoth } from './begun-by-both.ts'
import { mergeOutlines } from './merge-outlines.ts'
import type { MergePiece } from './merge-piece.ts'
import type { ThreeTexts } from './merge-text.ts'
import { readOutline } from './outline.ts'

/**
 * A text cut where its YAML ends: the line that opens a head, its YAML, the line that closes it,
 * and the rest.
 */
interface DataCut {
  readonly open: string
  readonly yaml: string
  readonly close: string
  readonly rest: string
}

/**
 * Where the YAML of a text is: all of it in a data file, its head in any other; `null` when it has
 * none.
 */
export function cutData(text: string, isData: boolean): DataCut | null {
  if (isData) return { open: '', yaml: text, close: '', rest: '' }
  const { head, unclosed, bodyStart } = splitHead(text)
  if (head === null || unclosed) return null
  return {
    open: text.slice(0, head.start),
    yaml: text.slice(head.start, head.end),
    close: text.slice(head.end, bodyStart),
    rest: text.slice(bodyStart),
  }
}

/**
 * Merges YAML by key and by item, also where both sides began the file; `null` when its lines do
 * not say what belongs to what.
 */
export function mergeData({ base, ours, theirs }: ThreeTexts): readonly MergePiece[] | null {
  const ended = [base, ours, theirs].map((text) =>
    text === '' || text.endsWith('\n') ? text : `${text}\n`,
  )
  const [o, t] = [readOutline(ended[1] ?? ''), readOutline(ended[2] ?? '')]
  if (o === null || t === null) return null
  const b = base === '' ? begunByBoth(o, t) : readOutline(ended[0] ?? '')
  if (b === null) return null
  const pieces = mergeOutlines({ base: b, ours: o, theirs: t })
  if (pieces === null) return null
  // Whether the last line is closed is merged as any other change.
  const closed = [base, ours, theirs].map((text) => text.endsWith('\n'))
  const isClosed = closed[1] === closed[2] || closed[2] === closed[0] ? closed[1] : closed[2]
  const filled = pieces.filter((piece) => piece.kind === 'conflict' || piece.text !== '')
  return isClosed
    ? filled
    : filled.map((piece, index) => (index === filled.length - 1 ? unclosed(piece) : piece))
}

function unclosed(piece: MergePiece): MergePiece {
  return piece.kind === 'settled'
    ? { kind: 'settled', text: piece.text.replace(/\r?\n$/, '') }
    : piece
}
