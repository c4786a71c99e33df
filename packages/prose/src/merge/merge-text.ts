import { doublesWords } from './doubles-words.ts'
import { lineRegions } from './line-regions.ts'
import { losesAnchor } from './loses-anchor.ts'
import type { Granularity, MergePiece } from './merge-piece.ts'
import { needsLineMerge } from './needs-line-merge.ts'
import { oddRows } from './odd-rows.ts'
import { areSame, plainMerge, settledText } from './plain-merge.ts'
import { remembering } from './remembered.ts'
import { withRisenSerial } from './risen-serial.ts'
import { widerText } from './wider-text.ts'
import { wordsAddUp } from './words-add-up.ts'

/**
 * Words and signs of a passage that says something: a shorter one may well stand twice in a row.
 */
const PASSAGE = 6

/** Three readings of a text. */
export interface ThreeTexts {
  readonly base: string
  readonly ours: string
  readonly theirs: string
  /** Whether they are YAML throughout; of other texts, the head is. */
  readonly isData?: boolean
}

/**
 * A merge: its pieces in order, and whether anything in it was settled inside a conflict of lines,
 * which is worth reading again.
 */
export interface Merge {
  readonly pieces: readonly MergePiece[]
  readonly beyondLines: boolean
}

/**
 * Merges prose. What lines settle stands byte for byte; only a conflict of lines is looked at by
 * sentence or by word, and where the words then do not add up, it stays a conflict. Symmetric:
 * sides swapped give the same text and the same conflicts. What merges cleanly and is merged again
 * with either side changes nothing, or is a conflict. `given` is the merge of lines that another
 * program made, such as git.
 */
export function mergeText(
  texts: ThreeTexts,
  granularity: Granularity = 'sentence',
  given?: readonly MergePiece[],
): Merge {
  return remembering(() => mergeOf(texts, granularity, given))
}

function mergeOf(
  texts: ThreeTexts,
  granularity: Granularity,
  given: readonly MergePiece[] | undefined,
): Merge {
  const { base, ours, theirs } = texts
  if (ours === theirs || theirs === base)
    return { pieces: [{ kind: 'settled', text: ours }], beyondLines: false }
  if (ours === base) return { pieces: [{ kind: 'settled', text: theirs }], beyondLines: false }
  const risen = withRisenSerial(texts)
  if (risen !== null) return { ...mergeOf(risen, granularity, undefined), beyondLines: true }
  const lines = given ?? lineRegions(texts)
  // Texts that were begun apart may be two wishes under one name: one that holds the other is no
  // merge of both.
  if (needsLineMerge(texts) || (base === '' && texts.isData !== true))
    return { pieces: lines, beyondLines: false }
  if (settledText(lines) !== null) {
    const pieces = withoutDoubles(texts, granularity, lines)
    return { pieces, beyondLines: pieces !== lines }
  }
  const pieces = settleEither(texts, granularity, given)
  if (pieces.length === lines.length && pieces.every((piece, index) => piece === lines[index]))
    return { pieces, beyondLines: false }
  const merged = settledText(pieces)
  if (merged !== null && !isStable(texts, merged, granularity))
    return { pieces: lines, beyondLines: false }
  return { pieces, beyondLines: true }
}

/** Another program's lines may be cut so that a conflict is left where ours leave none. */
function settleEither(
  texts: ThreeTexts,
  granularity: Granularity,
  given: readonly MergePiece[] | undefined,
): readonly MergePiece[] {
  if (given === undefined) return settle(texts, granularity, lineRegions(texts))
  const pieces = settle(texts, granularity, given)
  if (settledText(pieces) !== null) return pieces
  const lines = lineRegions(texts)
  const own = areSame(lines, given) ? pieces : settle(texts, granularity, lines)
  return settledText(own) === null ? pieces : own
}

function settle(
  texts: ThreeTexts,
  granularity: Granularity,
  lines: readonly MergePiece[],
): readonly MergePiece[] {
  const wider = widerText(texts, granularity)
  if (wider !== null) return [{ kind: 'settled', text: texts[wider] }]
  const pieces = plainMerge(texts, granularity, lines).map((piece): MergePiece => {
    const side =
      piece.kind === 'conflict' && piece.isWhole !== true ? widerText(piece, granularity) : null
    return side === null || piece.kind === 'settled'
      ? piece
      : { kind: 'settled', text: piece[side] }
  })
  const merged = settledText(pieces)
  const isWrong =
    merged !== null &&
    (doublesWords(texts, merged) ||
      !wordsAddUp(texts, pieces) ||
      breaksNames(texts, merged) ||
      breaksTables(texts, merged))
  return isWrong ? lines : pieces
}

function breaksNames({ ours, theirs, isData = false }: ThreeTexts, merged: string): boolean {
  return losesAnchor(merged, isData) && !losesAnchor(ours, isData) && !losesAnchor(theirs, isData)
}

function breaksTables({ ours, theirs }: ThreeTexts, merged: string): boolean {
  const odd = oddRows(merged)
  return odd > Math.max(oddRows(ours), oddRows(theirs))
}

/**
 * Lines that leave no conflict may yet take twice what one side has once, as when it was merged
 * into the other before: the side that holds all the other changed is then the merge.
 */
function withoutDoubles(
  texts: ThreeTexts,
  granularity: Granularity,
  lines: readonly MergePiece[],
): readonly MergePiece[] {
  if (!doublesWords(texts, settledText(lines) ?? '', PASSAGE)) return lines
  const wider = widerText(texts, granularity)
  return wider === null ? lines : [{ kind: 'settled', text: texts[wider] }]
}

/**
 * Whether a merge, merged again with either side, is still itself, or a conflict: that is for
 * people, and none when it leaves no blank line where neither side has one, as where each took out
 * one of two neighbours.
 */
function isStable(texts: ThreeTexts, merged: string, granularity: Granularity): boolean {
  return (['ours', 'theirs'] as const).every((side) => {
    const again = { ...texts, [side]: merged }
    if (again.ours === again.theirs) return true
    const lines = lineRegions(again)
    const text = settledText(
      (settledText(lines) === null ? settle : withoutDoubles)(again, granularity, lines),
    )
    return text === merged || (text === null && !leavesBlanks(texts, merged))
  })
}

/**
 * Whether a merge begins, ends or is parted by more line breaks in a row than either side, or says
 * nothing.
 */
function leavesBlanks({ ours, theirs }: ThreeTexts, merged: string): boolean {
  const breaks = [/^\n*/, /\n*$/, /\n+/g].map(
    (pattern) => (text: string) =>
      Math.max(0, ...(text.match(pattern) ?? []).map((run) => run.length)),
  )
  return (
    merged.trim() === '' || breaks.some((most) => most(merged) > Math.max(most(ours), most(theirs)))
  )
}
