import type { LeafBlock } from '@cahier/prose'
import { isEmpty, type MatchedBlock, type MatchedBlocks, type PrintedBlock } from './blocks.ts'
import { asShown } from './text-change.ts'
import type { TextUpdate } from './text-update.ts'
import { BREAK, isSameProse, type SourceEdit } from './words-to-source.ts'
import { inItsLines, reportFormats, reportLines, updateWords } from './words-update.ts'

/** Updates a block of the source other than a table: a paragraph, a heading, a code block. */
export function updateBlock(
  update: TextUpdate,
  block: PrintedBlock,
  leaf: LeafBlock,
  now: MatchedBlock | undefined,
  isReshaped: ShapeTest,
): void {
  const { matched, gone, left, passages } = update
  const { name, text, runs } = block
  const passage = passages.get(leaf.node)
  if (matched.moved.has(name)) gone.add(leaf.node)
  if (matched.moved.has(name) && isSameProse(text, now?.parts.join(' ') ?? ''))
    reportFormats(update, { text, runs }, now)
  if (now === undefined || isEmpty(now) || matched.moved.has(name)) {
    if (text.trim() !== '') gone.add(leaf.node)
    return
  }
  reportFormats(update, { text, runs }, now)
  reportLines(update, text, now)
  if (now.joinedTo === '' && isReshaped(block, now))
    left.push({ why: 'shape', wording: asShown(now.parts.join(' ')) })
  const wording = now.parts.map((part) => inItsLines(text, part).trim()).join(BREAK)
  const joint = now.joinedTo === '' ? null : jointBefore(update, leaf, now)
  const isLost = joint === null && !isEmpty(matched.kept.get(now.joinedTo))
  if (joint === null && !isLost && isSameProse(text, wording)) return
  if (passage === undefined || isLost) left.push({ why: 'place', wording: asShown(wording) })
  else updateWords(update, passage, text, wording, leaf, joint)
}

/** The edit that joins two consecutive paragraphs; null when they are not consecutive. */
function jointBefore(
  { leaves, passages, prefix }: TextUpdate,
  leaf: LeafBlock,
  { joinedTo }: MatchedBlock,
): SourceEdit | null {
  const before = leaves[leaf.ordinal - 2]
  const [first, second] = [
    before === undefined ? undefined : passages.get(before.node),
    passages.get(leaf.node),
  ]
  const isNext = before !== undefined && `${prefix}_${before.ordinal}` === joinedTo
  return isNext && first !== undefined && second !== undefined
    ? { start: first.end, end: second.start, text: ' ' }
    : null
}

/** True when a block became, or stopped being, an item, heading or quotation of the same level. */
export type ShapeTest = (block: PrintedBlock, now: MatchedBlock) => boolean

/**
 * Separates the changes of an author from the losses of a word processor. A program that loses a kind
 * of shape loses all of them, so a change counts only if others of its kind are left.
 */
export function shapeTest(printed: readonly PrintedBlock[], matched: MatchedBlocks): ShapeTest {
  /** The shapes that some block of the document still has. */
  let kept: ReadonlySet<string> | null = null
  return (block, { paragraph }) =>
    RANKS.some((rank) => {
      if (paragraph[rank] === block[rank]) return false
      kept ??= new Set(
        printed.flatMap((one) =>
          RANKS.flatMap((kind) =>
            matched.kept.get(one.name)?.paragraph[kind] === one[kind]
              ? [rankNamed(kind, one[kind])]
              : [],
          ),
        ),
      )
      return block[rank] === 0 || kept.has(rankNamed(rank, block[rank]))
    })
}

const RANKS = ['depth', 'level', 'isCounted', 'isQuoted'] as const

// A program keeps all headings or none; it may lose only deep list levels.
function rankNamed(kind: (typeof RANKS)[number], value: number | boolean): string {
  return `${kind} ${kind === 'level' ? value !== 0 : value}`
}
