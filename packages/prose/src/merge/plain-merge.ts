import type { DiffHunk } from '../diff/common-run.ts'
import { areAlike } from './are-alike.ts'
import { beginsInCode } from './begins-in-code.ts'
import { doublesWords } from './doubles-words.ts'
import { hunksTo, lineRegions, paragraphRegions } from './line-regions.ts'
import { cutData, mergeData } from './merge-data.ts'
import type { Granularity, MergePiece } from './merge-piece.ts'
import type { ThreeTexts } from './merge-text.ts'
import { followMoves } from './moved-lines.ts'
import { readOutline, unreadIn } from './outline.ts'
import { settlePiece } from './settle-piece.ts'
import { strayConflicts } from './stray-conflicts.ts'
import { wordsAddUp } from './words-add-up.ts'

/**
 * The merge of changes that leave each other alone: lines, then sentences or words in the conflicts
 * that lines leave, then moves.
 */
export function plainMerge(
  texts: ThreeTexts,
  granularity: Granularity,
  lines = lineRegions(texts),
): readonly MergePiece[] {
  if (lines.every(({ kind }) => kind === 'settled')) return lines
  const byKey = withData(texts, granularity, lines)
  if (
    byKey?.every(({ kind }) => kind === 'settled') ||
    byKey?.some((piece) => piece.kind === 'conflict' && piece.isWhole)
  )
    return byKey
  // A key that one side renamed is text.
  const byText = withText(texts, granularity, lines)
  // A file that both began is one conflict from end to end for text; by key, no more than where
  // they differ.
  const most = texts.base === '' ? conflictsIn(byText) : conflictsIn(byText) - 1
  return byKey !== null && (conflictsIn(byKey) <= most || losesKeys(texts, byText)) ? byKey : byText
}

/**
 * The merge line by line and that of whole paragraphs: where they differ, lines were paired amiss,
 * and people must look.
 */
function withText(
  texts: ThreeTexts,
  granularity: Granularity,
  lines: readonly MergePiece[],
): readonly MergePiece[] {
  const byLines = settleAll(texts, granularity, lines)
  const merged = settledText(byLines)
  if (merged === null)
    return (
      withParagraphs(texts, granularity) ??
      withMoves(texts, granularity, conflictsIn(byLines)) ??
      byLines
    )
  const doubles = doublesWords(texts, merged)
  const paragraphs = paragraphRegions(texts)
  const isSure =
    !doubles &&
    (areSame(paragraphs, lines) ||
      merged === settledText(settleAll(texts, granularity, paragraphs)))
  if (isSure) return byLines
  // Two hands that put in one passage may be seen by lines as two additions.
  const whole = settlePiece({ kind: 'conflict', ...texts }, granularity)
  return doubles && settledText(whole) !== null ? whole : lines
}

/**
 * The merge of whole paragraphs, when it settles what lines do not: where one side has something
 * else in the place of a line, a blank line may have been paired with one that parts other
 * paragraphs. What is put in where the other side changed something is for people, as it is by
 * lines.
 */
function withParagraphs(texts: ThreeTexts, granularity: Granularity): readonly MergePiece[] | null {
  const lines = lineRegions(texts)
  const isElse = (piece: MergePiece) =>
    piece.kind === 'conflict' &&
    !(areAlike(piece.base, piece.ours) && areAlike(piece.base, piece.theirs))
  if (!lines.some(isElse) || strayConflicts(texts, lines).size > 0) return null
  const [mine, other] = [hunksTo(texts.base, texts.ours), hunksTo(texts.base, texts.theirs)]
  if (addsBeside(mine, other) || addsBeside(other, mine)) return null
  const pieces = settleAll(texts, granularity, paragraphRegions(texts))
  return settledText(pieces) === null ? null : pieces
}

/** Whether lines are put in where the other side changed some. */
function addsBeside(some: readonly DiffHunk[], others: readonly DiffHunk[]): boolean {
  return some.some(
    ({ oldStart, oldEnd }) =>
      oldStart === oldEnd &&
      others.some((other) => other.oldStart <= oldEnd && other.oldEnd >= oldStart),
  )
}

/** Whether two merges are the same, piece by piece. */
export function areSame(some: readonly MergePiece[], others: readonly MergePiece[]): boolean {
  return some.length === others.length && some.every((piece, index) => isSame(piece, others[index]))
}

function isSame(one: MergePiece, other: MergePiece | undefined): boolean {
  if (one.kind === 'settled') return other?.kind === 'settled' && one.text === other.text
  if (other?.kind !== 'conflict') return false
  return (
    one.base === other.base &&
    one.ours === other.ours &&
    one.theirs === other.theirs &&
    one.isWhole === other.isWhole
  )
}

function settleAll(
  texts: ThreeTexts,
  granularity: Granularity,
  lines: readonly MergePiece[],
): readonly MergePiece[] {
  const strays = strayConflicts(texts, lines)
  const inCode = beginsInCode()
  return lines.flatMap((piece) => {
    const isCode = inCode(piece)
    return strays.has(piece) ? [piece] : settlePiece(piece, granularity, isCode)
  })
}

/**
 * The merge when lines leave a conflict in YAML: the YAML by key and item, and what follows it.
 * `null` when that is not the case.
 */
function withData(
  texts: ThreeTexts,
  granularity: Granularity,
  lines: readonly MergePiece[],
): readonly MergePiece[] | null {
  const isData = texts.isData === true
  const [base, ours, theirs] = [texts.base, texts.ours, texts.theirs].map((text) =>
    cutData(text, isData),
  )
  if (
    !base ||
    !ours ||
    !theirs ||
    base.open + base.close !== ours.open + ours.close ||
    base.open + base.close !== theirs.open + theirs.close
  )
    return null
  const sound = lines.findIndex(({ kind }) => kind === 'conflict')
  if (!isData && cutData(settledText(lines.slice(0, sound)) ?? '', false) !== null) return null
  const data = mergeData({ base: base.yaml, ours: ours.yaml, theirs: theirs.yaml })
  if (data === null) return null
  const rest = isData
    ? []
    : plainMerge({ base: base.rest, ours: ours.rest, theirs: theirs.rest }, granularity)
  const pieces = [
    ...data.flatMap((piece) => settlePiece(piece, granularity)),
    { kind: 'settled', text: base.close } as const,
    ...rest,
  ]
  return [{ kind: 'settled', text: base.open } as const, ...pieces].filter(
    (piece) => piece.kind === 'conflict' || piece.text !== '',
  )
}

/**
 * Whether YAML whose keys could be told apart no longer has such keys once merged as text: both put
 * in one key, at two places.
 */
function losesKeys(
  { ours, theirs, isData = false }: ThreeTexts,
  pieces: readonly MergePiece[],
): boolean {
  const merged = settledText(pieces)
  if (merged === null) return false
  const [before, other, now] = [ours, theirs, merged].map((text) => {
    const outline = readOutline(cutData(text, isData)?.yaml ?? '')
    return outline === null ? Infinity : unreadIn(outline)
  }) as [number, number, number]
  return now > Math.max(before, other) || now === Infinity
}

/** The text of a merge without conflicts; `null` when it has one. */
export function settledText(pieces: readonly MergePiece[]): string | null {
  let text = ''
  for (const piece of pieces) {
    if (piece.kind === 'conflict') return null
    text += piece.text
  }
  return text
}

/**
 * The merge with each edit made where the other side moved its lines, when that leaves fewer
 * conflicts and every word is there.
 */
function withMoves(
  texts: ThreeTexts,
  granularity: Granularity,
  most: number,
): readonly MergePiece[] | null {
  const oursFirst = followed(followed(texts, 'ours'), 'theirs')
  const theirsFirst = followed(followed(texts, 'theirs'), 'ours')
  if (oursFirst === texts && theirsFirst === texts) return null
  const [one, other] = [settleLines(oursFirst, granularity), settleLines(theirsFirst, granularity)]
  const isBetter = conflictsIn(one) < most && wordsAddUp(texts, one)
  return isBetter && areSame(one, other) ? one : null
}

function settleLines(texts: ThreeTexts, granularity: Granularity): readonly MergePiece[] {
  const inCode = beginsInCode()
  return lineRegions(texts).flatMap((piece) => settlePiece(piece, granularity, inCode(piece)))
}

function followed(texts: ThreeTexts, mover: 'ours' | 'theirs'): ThreeTexts {
  const editor = mover === 'ours' ? 'theirs' : 'ours'
  const moved = followMoves({ base: texts.base, mover: texts[mover], editor: texts[editor] })
  return moved === null ? texts : { ...texts, base: moved.base, [editor]: moved.editor }
}

function conflictsIn(pieces: readonly MergePiece[]): number {
  return pieces.filter(({ kind }) => kind === 'conflict').length
}
