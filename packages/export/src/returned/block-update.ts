import type { LeafBlock } from '@cahier/prose'
import { isEmpty, type MatchedBlock, type MatchedBlocks, type PrintedBlock } from './blocks.ts'
import { asShown } from './text-change.ts'
import type { TextUpdate } from './text-update.ts'
import { BREAK, isSameProse, type SourceEdit } from './words-to-source.ts'
import { inItsLines, reportFormats, reportLines, updateWords } from './words-update.ts'

/** Adds the changes of a block, other than a table, to `update`. */
export function updateBlock(
  update: TextUpdate,
  block: PrintedBlock,
  leaf: LeafBlock,
  now: MatchedBlock | undefined,
  isReshaped: ShapeTest,
): void {
  const { matched, gone, left, passages } = update
  const { name, text } = block
  const passage = passages.get(leaf.node)
  if (matched.moved.has(name)) gone.add(leaf.node)
  if (matched.moved.has(name) && isSameProse(text, now?.parts.join(' ') ?? ''))
    reportFormats(update, block, now)
  if (now === undefined || isEmpty(now) || matched.moved.has(name)) {
    if (text.trim() !== '') gone.add(leaf.node)
    return
  }
  reportFormats(update, block, now)
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

/** The edit that joins a block to `joinedTo`; null if another source block is between. */
function jointBefore(
  { leaves, passages, prefix }: TextUpdate,
  leaf: LeafBlock,
  { joinedTo }: MatchedBlock,
): SourceEdit | null {
  const before = leaves[leaf.ordinal - 2]
  if (before === undefined || `${prefix}_${before.ordinal}` !== joinedTo) return null
  const [first, second] = [before, leaf].map(({ node }) => passages.get(node))
  return first === undefined || second === undefined
    ? null
    : { start: first.end, end: second.start, text: ' ' }
}

/** True when the author changed the shape of a block: list item, heading or quotation. */
export type ShapeTest = (block: PrintedBlock, now: MatchedBlock) => boolean

/**
 * Returns the test of a changed shape. A word processor may lose a shape in all blocks: the author
 * changed a block only if another block kept its shape.
 */
export function shapeTest(printed: readonly PrintedBlock[], matched: MatchedBlocks): ShapeTest {
  const kept = new Set(
    printed.flatMap((one) => {
      const now = matched.kept.get(one.name)?.paragraph
      return SHAPES.filter((shape) => now?.[shape] === one[shape]).map((shape) =>
        shapeName(shape, one[shape]),
      )
    }),
  )
  return (block, { paragraph }) =>
    SHAPES.some(
      (shape) =>
        paragraph[shape] !== block[shape] &&
        (block[shape] === 0 || kept.has(shapeName(shape, block[shape]))),
    )
}

const SHAPES = ['depth', 'level', 'isCounted', 'isQuoted'] as const

// All heading levels are one shape: a program keeps all headings or none.
function shapeName(kind: (typeof SHAPES)[number], value: number | boolean): string {
  return `${kind} ${kind === 'level' ? value !== 0 : value}`
}
