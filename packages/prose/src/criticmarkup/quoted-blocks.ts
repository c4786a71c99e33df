import { type LeafBlock, leafBlocks } from '../blocks/leaf-blocks.ts'
import { countWhile } from '../by-halves.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { type CriticPiece, refuseAll } from './criticmarkup.ts'

/** A block quoted by an amendment, before the marks. */
interface QuotedBlock {
  readonly text: string
  /** Offsets in the marked text. */
  readonly start: number
  readonly end: number
}

/**
 * The blocks of the base that a marked text quotes, in order. Inserted blocks are no quotations.
 */
export function quotedBlocks(pieces: readonly CriticPiece[]): readonly QuotedBlock[] {
  const refused = refuseAll(pieces)
  const stretches = stretchesOf(pieces)
  return leafBlocks(parseMarkdown(refused), refused).map((block) => {
    const start = block.node.position?.start.offset ?? 0
    return {
      text: bareBlock(block.text),
      start: markedOffset(stretches, start),
      end: markedOffset(stretches, start + block.text.length),
    }
  })
}

/** The ordinals of blocks by their text. */
export function ordinalsByText(
  base: readonly Pick<LeafBlock, 'ordinal' | 'text'>[],
): ReadonlyMap<string, readonly number[]> {
  const ordinals = new Map<string, number[]>()
  for (const { text, ordinal } of base) {
    const same = ordinals.get(bareBlock(text))
    if (same === undefined) ordinals.set(bareBlock(text), [ordinal])
    else same.push(ordinal)
  }
  return ordinals
}

// A block in a list item may be indented by a tab; quoted apart with spaces, it would be code.
function bareBlock(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/^[ \t]+/, '')
}

/** A run of the text before the marks, and its offset in the marked text. */
interface Stretch {
  readonly until: number
  readonly shift: number
}

function stretchesOf(pieces: readonly CriticPiece[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let passed = 0
  for (const piece of pieces) {
    const length = refuseAll([piece]).length
    if (length === 0) continue
    stretches.push({
      until: passed + length,
      shift: piece.start + (piece.kind === 'same' ? 0 : 3) - passed,
    })
    passed += length
  }
  return stretches
}

function markedOffset(stretches: readonly Stretch[], offset: number): number {
  const at = Math.min(
    countWhile(stretches, ({ until }) => until < offset),
    stretches.length - 1,
  )
  return offset + (stretches[at]?.shift ?? 0)
}
