import type { DiffHunk } from '../diff/common-run.ts'
import { wordHunks } from '../diff/word-hunks.ts'
import type { Word } from '../diff/words-of.ts'
import { changeGroups } from './change-groups.ts'
import type { Granularity } from './merge-piece.ts'
import { respeltWords } from './respelt-words.ts'
import { settledSpacing } from './settled-spacing.ts'
import { type SideChange, sideChanges } from './side-change.ts'
import { placesIn, rangeIn } from './side-places.ts'
import { lineHead, lineTail } from './whole-lines.ts'
import { wordCut } from './word-cut.ts'
import { wordsIn } from './words-in.ts'
import { wordsPutIn } from './words-put-in.ts'

/** The three texts of a merge, in words. */
export interface Sides {
  readonly base: readonly Word[]
  readonly ours: readonly Word[]
  readonly theirs: readonly Word[]
}

/** Places in the three texts. */
export interface Mark {
  readonly base: number
  readonly ours: number
  readonly theirs: number
}

/**
 * One word of a merge, a word that one side put in, or a dispute over a range of each text. `kept`:
 * where an unchanged word stands in each.
 */
export type Atom =
  | {
      readonly kind: 'word'
      readonly gap: string
      readonly text: string
      readonly kept: Mark | null
    }
  | { readonly kind: 'dispute'; readonly from: Mark; readonly to: Mark }

/** A merge of words, and what each side changed. */
interface MergedWords {
  readonly sides: Sides
  readonly hunks: readonly [ours: readonly DiffHunk[], theirs: readonly DiffHunk[]]
  readonly atoms: readonly Atom[]
}

/**
 * Merges three readings of a passage word by word; `inCode`: inside a fenced block. The bytes are
 * those of the side that changed them.
 */
export function mergeWords(
  texts: { readonly base: string; readonly ours: string; readonly theirs: string },
  granularity: Granularity,
  inCode = false,
): MergedWords {
  const { fineness, kept } = wordCut(granularity)
  const cut = (text: string) => wordsIn(text, fineness, inCode)
  const sides = { base: cut(texts.base), ours: cut(texts.ours), theirs: cut(texts.theirs) }
  const hunks: readonly [readonly DiffHunk[], readonly DiffHunk[]] = [
    wordHunks(sides.base, sides.ours, kept),
    wordHunks(sides.base, sides.theirs, kept),
  ]
  const changes = sideChanges(sides.base, sides.ours, sides.theirs, [
    [...hunks[0], ...respeltWords(sides.base, sides.ours, placesIn(hunks[0]), hunks)].sort(inOrder),
    [
      ...hunks[1],
      ...respeltWords(sides.base, sides.theirs, placesIn(hunks[1]), [hunks[1], hunks[0]]),
    ].sort(inOrder),
  ])
  const placeIn = { ours: placesIn(hunks[0]), theirs: placesIn(hunks[1]) }
  const atoms: Atom[] = []
  let at = 0
  let last: SideChange['by'] = 'both'
  let removedBefore: SideChange | null = null
  const keepTo = (end: number) => {
    for (; at < end; at++) {
      const mark = { base: at, ours: placeIn.ours(at), theirs: placeIn.theirs(at) }
      const [b, o, t] = [
        sides.base[mark.base],
        sides.ours[mark.ours],
        sides.theirs[mark.theirs],
      ] as [Word, Word, Word]
      atoms.push({
        kind: 'word',
        gap: settledSpacing(b.gap, o.gap, t.gap, last),
        text: settledSpacing(b.text, o.text, t.text, 'both'),
        kept: mark,
      })
      last = 'both'
    }
  }
  for (const group of changeGroups(changes, granularity)) {
    const { start, end, changes: together, disputed } = group
    keepTo(start)
    const ranges = {
      base: [start, end],
      ours: rangeIn(group, hunks[0], 'ours'),
      theirs: rangeIn(group, hunks[1], 'theirs'),
    } as const
    if (disputed) {
      const mark = (edge: 0 | 1): Mark => ({
        base: ranges.base[edge],
        ours: ranges.ours[edge],
        theirs: ranges.theirs[edge],
      })
      atoms.push({ kind: 'dispute', from: mark(0), to: mark(1) })
      last = 'both'
    } else
      for (const change of together) {
        const added = wordsPutIn(change, sides, placeIn)
        if (change.adds && removedBefore !== null && removedBefore.oldEnd === start)
          atoms.push(...respaced(added, sides.base[removedBefore.oldStart]?.gap ?? ''))
        else atoms.push(...added)
        removedBefore = change.removes ? change : null
        last = change.by
      }
    at = end
  }
  keepTo(sides.base.length)
  return { sides, hunks, atoms: withFirstBreaks(atoms, sides) }
}

/**
 * Where each side took out one of two neighbours, what comes next begins as they did: the blank
 * line that stood between them goes too.
 */
function withFirstBreaks(atoms: readonly Atom[], { base, ours, theirs }: Sides): readonly Atom[] {
  const [first, ...rest] = atoms
  const breaks = base[0]?.gap ?? ''
  const isBared =
    first?.kind === 'word' && first.kept !== null && first.kept.ours > 0 && first.kept.theirs > 0
  if (!isBared || breaks !== ours[0]?.gap || breaks !== theirs[0]?.gap) return atoms
  return [
    { ...first, gap: first.gap.includes('\n') ? lineHead(breaks) + lineTail(first.gap) : breaks },
    ...rest,
  ]
}

/**
 * Words put in right after a passage that the other side took out take the blanks that stood before
 * it, unless they open a line.
 */
function respaced(added: readonly Atom[], gap: string): readonly Atom[] {
  return added.map((atom, index) =>
    index === 0 && atom.kind === 'word' && !atom.gap.includes('\n') ? { ...atom, gap } : atom,
  )
}

function inOrder(one: DiffHunk, other: DiffHunk): number {
  return one.oldStart - other.oldStart || one.oldEnd - other.oldEnd
}
