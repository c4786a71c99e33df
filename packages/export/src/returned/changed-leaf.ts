import type { LeafBlock } from '@cahier/prose'
import { shown } from './change.ts'
import { formatsChanged, inItsLines, linesChanged, wordsChanged } from './changed-words.ts'
import { isEmpty, type OwnText, type OwnTexts, type PrintedBlock } from './own-text.ts'
import type { Returning } from './returning.ts'
import { BREAK, isSameProse, type SourceEdit } from './words-to-source.ts'

/** Changes a block of the source that is no table: a paragraph, a heading, a code block. */
export function leafChanged(
  work: Returning,
  block: PrintedBlock,
  leaf: LeafBlock,
  now: OwnText | undefined,
  isMade: Made,
): void {
  const { own, gone, left, passages } = work
  const { name, text, runs } = block
  const passage = passages.get(leaf.node)
  if (own.moved.has(name)) gone.add(leaf.node)
  if (own.moved.has(name) && isSameProse(text, now?.parts.join(' ') ?? ''))
    formatsChanged(work, { text, runs }, now)
  if (now === undefined || isEmpty(now) || own.moved.has(name)) {
    if (text.trim() !== '') gone.add(leaf.node)
    return
  }
  formatsChanged(work, { text, runs }, now)
  linesChanged(work, text, now)
  if (now.joinedTo === '' && isMade(block, now))
    left.push({ why: 'shape', said: shown(now.parts.join(' ')) })
  const said = now.parts.map((part) => inItsLines(text, part).trim()).join(BREAK)
  const joint = now.joinedTo === '' ? null : jointBefore(work, leaf, now)
  const isLost = joint === null && !isEmpty(own.kept.get(now.joinedTo))
  if (joint === null && !isLost && isSameProse(text, said)) return
  if (passage === undefined || isLost) left.push({ why: 'place', said: shown(said) })
  else wordsChanged(work, passage, text, said, leaf, joint)
}

/**
 * What two paragraphs that were made one had between them; `null` when they did not follow each
 * other.
 */
function jointBefore(
  { leaves, passages, prefix }: Returning,
  leaf: LeafBlock,
  { joinedTo }: OwnText,
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

/** Whether a block was made an item, a heading or a quotation, or one of another level, or none. */
export type Made = (block: PrintedBlock, now: OwnText) => boolean

/**
 * Tells what somebody made of blocks from what a word processor did: some keep nothing of a kind,
 * and then no block of it is left in the document.
 */
export function madeIn(printed: readonly PrintedBlock[], own: OwnTexts): Made {
  /**
   * Levels of lists and of headings, sorts of lists, and quotations, in which some block of the
   * document still stands.
   */
  let kept: ReadonlySet<string> | null = null
  return (block, { paragraph }) =>
    RANKS.some((rank) => {
      if (paragraph[rank] === block[rank]) return false
      kept ??= new Set(
        printed.flatMap((one) =>
          RANKS.flatMap((kind) =>
            own.kept.get(one.name)?.paragraph[kind] === one[kind]
              ? [rankNamed(kind, one[kind])]
              : [],
          ),
        ),
      )
      return block[rank] === 0 || kept.has(rankNamed(rank, block[rank]))
    })
}

/** What may be another without a word being. */
const RANKS = ['depth', 'level', 'isCounted', 'isQuoted'] as const

// Who keeps one heading keeps them all; lists may lose what is deep in them.
function rankNamed(kind: (typeof RANKS)[number], value: number | boolean): string {
  return `${kind} ${kind === 'level' ? value !== 0 : value}`
}
