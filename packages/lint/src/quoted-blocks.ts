import { type CriticPiece, type LeafBlock, leafBlocks, parseMarkdown, refuseAll } from '@cahier/prose'

/** A block that an amendment quotes, as it was before the marks. */
export interface QuotedBlock {
  readonly text: string
  /** Offsets in the marked text. */
  readonly start: number
  readonly end: number
}

/** The blocks of the base that an amendment's marked text quotes, in order. What is wholly inserted is in no text before the marks. */
export function quotedBlocks(pieces: readonly CriticPiece[]): readonly QuotedBlock[] {
  const refused = refuseAll(pieces)
  return leafBlocks(parseMarkdown(refused), refused).map((block) => {
    const start = block.node.position?.start.offset ?? 0
    return { text: unixLines(block.text), start: markedOffset(pieces, start), end: markedOffset(pieces, start + block.text.length) }
  })
}

/** How a quoted block stands in its base: at its ordinal when one is given, else where it occurs. */
export function ordinalsOf(quoted: QuotedBlock, base: readonly LeafBlock[], ordinal: number | undefined): readonly number[] {
  const same = base.filter((block) => unixLines(block.text) === quoted.text).map((block) => block.ordinal)
  return ordinal === undefined ? same : same.filter((one) => one === ordinal)
}

function unixLines(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

function markedOffset(pieces: readonly CriticPiece[], offset: number): number {
  let passed = 0
  for (const piece of pieces) {
    const length = refuseAll([piece]).length
    if (length > 0 && offset <= passed + length) return piece.start + (piece.kind === 'same' ? 0 : 3) + offset - passed
    passed += length
  }
  return pieces.at(-1)?.end ?? 0
}
