import { countWhile } from '../bisect.ts'
import { type LeafBlock, leafBlocks } from '../blocks/leaf-blocks.ts'
import { groupedBy } from '../grouped-by.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { type CriticPiece, refuseAll } from './criticmarkup.ts'

/** A quoted block without its changes. Offsets are in the marked text. */
interface QuotedBlock {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The blocks that an amendment (`pieces`) quotes, in order, without inserted blocks. */
export function quotedBlocks(pieces: readonly CriticPiece[]): readonly QuotedBlock[] {
  const refused = refuseAll(pieces)
  const runs = runsOf(pieces)
  return leafBlocks(parseMarkdown(refused), refused).map((block) => {
    const start = block.node.position?.start.offset ?? 0
    return {
      text: bareBlock(block.text),
      start: markedOffset(runs, start),
      end: markedOffset(runs, start + block.text.length),
    }
  })
}

/** For each block text, the numbers, from 1, of the blocks with this text. */
export function ordinalsByText(
  base: readonly Pick<LeafBlock, 'ordinal' | 'text'>[],
): ReadonlyMap<string, readonly number[]> {
  const blocks = groupedBy(base, ({ text }) => bareBlock(text))
  return new Map([...blocks].map(([text, same]) => [text, same.map(({ ordinal }) => ordinal)]))
}

// Removes the indent of a block in a list item, since its quotation may have none.
function bareBlock(text: string) {
  return text.replaceAll('\r\n', '\n').replace(/^[ \t]+/, '')
}

/**
 * A part of the original text, up to `until`; offset + `shift` is the offset in the marked text.
 */
interface Run {
  readonly until: number
  readonly shift: number
}

function runsOf(pieces: readonly CriticPiece[]) {
  const runs: Run[] = []
  let passed = 0
  for (const piece of pieces) {
    const length = refuseAll([piece]).length
    if (length === 0) continue
    runs.push({
      until: passed + length,
      shift: piece.start + (piece.kind === 'same' ? 0 : 3) - passed,
    })
    passed += length
  }
  return runs
}

function markedOffset(runs: readonly Run[], offset: number) {
  const at = Math.min(
    countWhile(runs, ({ until }) => until < offset),
    runs.length - 1,
  )
  return offset + (runs[at]?.shift ?? 0)
}
