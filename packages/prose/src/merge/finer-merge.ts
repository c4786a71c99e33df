import type { DiffHunk } from '../diff/common-subsequence.ts'
import { conflictsAtMovedLines } from './certain-places.ts'
import { followMoves } from './follow-moves.ts'
import { gitLineHunks, mergeLines } from './merge-lines.ts'
import { mergePassage } from './merge-passage.ts'
import {
  areSame,
  conflictsIn,
  type Granularity,
  type MergePiece,
  settled,
  settledText,
  type ThreeTexts,
  withoutEmpty,
} from './merge-piece.ts'
import { cutYaml, isUnreadableYaml, mergeYaml } from './merge-yaml.ts'
import { areAlike } from './word-likeness.ts'

/**
 * Settles the conflicts that a merge of lines leaves. Tries in turn: YAML keys, sentences or words,
 * whole paragraphs, moved lines. Some conflicts may stay.
 */
export function finerMerge(
  texts: ThreeTexts,
  granularity: Granularity,
  lines = mergeLines(texts),
): readonly MergePiece[] {
  if (lines.every(({ kind }) => kind === 'settled')) return lines
  const byKey = mergeByKey(texts, granularity, lines)
  if (
    byKey?.every(({ kind }) => kind === 'settled') ||
    byKey?.some((piece) => piece.kind === 'conflict' && piece.isWhole)
  )
    return byKey
  // Only a merge by text finds a key that one side renamed.
  const byText = mergeByText(texts, granularity, lines)
  return byKey !== null &&
    (conflictsIn(byKey) < conflictsIn(byText) || isUnreadableYaml(texts, byText))
    ? byKey
    : byText
}

/**
 * Merges each conflict by sentence or word. When a merge of whole paragraphs gives another text,
 * the lines were probably paired wrongly: the conflicts of lines stay.
 */
function mergeByText(
  texts: ThreeTexts,
  granularity: Granularity,
  lines: readonly MergePiece[],
): readonly MergePiece[] {
  const byLines = mergePassages(texts, granularity, lines)
  const merged = settledText(byLines)
  if (merged === null)
    return (
      mergeByParagraph(texts, granularity) ??
      mergeAlongMoves(texts, granularity, conflictsIn(byLines)) ??
      byLines
    )
  const paragraphs = mergeLines(texts, 'paragraph')
  const isSure =
    areSame(paragraphs, lines) ||
    merged === settledText(mergePassages(texts, granularity, paragraphs))
  return isSure ? byLines : lines
}

function mergePassages(texts: ThreeTexts, granularity: Granularity, pieces: readonly MergePiece[]) {
  const kept = conflictsAtMovedLines(texts, pieces)
  const inCode = codeFollower()
  return pieces.flatMap((piece) => {
    const isCode = inCode(piece)
    return kept.has(piece) ? [piece] : mergePassage(piece, granularity, isCode)
  })
}

/**
 * Merges whole paragraphs. Tried only where a side replaced a line: the merge of lines may then
 * have paired unrelated blank lines.
 */
function mergeByParagraph(
  texts: ThreeTexts,
  granularity: Granularity,
): readonly MergePiece[] | null {
  const lines = mergeLines(texts)
  const isReplaced = (piece: MergePiece) =>
    piece.kind === 'conflict' &&
    !(areAlike(piece.base, piece.ours) && areAlike(piece.base, piece.theirs))
  if (!lines.some(isReplaced) || conflictsAtMovedLines(texts, lines).size > 0) return null
  const [mine, other] = [
    gitLineHunks(texts.base, texts.ours),
    gitLineHunks(texts.base, texts.theirs),
  ]
  if (insertsBeside(mine, other) || insertsBeside(other, mine)) return null
  const pieces = mergePassages(texts, granularity, mergeLines(texts, 'paragraph'))
  return settledText(pieces) === null ? null : pieces
}

function insertsBeside(some: readonly DiffHunk[], others: readonly DiffHunk[]) {
  return some.some(
    ({ oldStart, oldEnd }) =>
      oldStart === oldEnd &&
      others.some((other) => other.oldStart <= oldEnd && other.oldEnd >= oldStart),
  )
}

/**
 * When one side moved lines and the other edited them, makes the edits at the new place. `null`
 * when `most` conflicts or more are left, or when the order of the sides matters.
 */
function mergeAlongMoves(
  texts: ThreeTexts,
  granularity: Granularity,
  most: number,
): readonly MergePiece[] | null {
  const follow = (three: ThreeTexts, side: 'ours' | 'theirs') => {
    const editor = three[side === 'ours' ? 'theirs' : 'ours']
    const followed = followMoves({ base: three.base, mover: three[side], editor })
    return followed === null ? three : { ...three, base: followed.base, [side]: followed.mover }
  }
  const oursFirst = follow(follow(texts, 'ours'), 'theirs')
  const theirsFirst = follow(follow(texts, 'theirs'), 'ours')
  if (oursFirst === texts && theirsFirst === texts) return null
  const merge = (three: ThreeTexts) => {
    const inCode = codeFollower()
    return mergeLines(three).flatMap((piece) => mergePassage(piece, granularity, inCode(piece)))
  }
  const [one, other] = [merge(oursFirst), merge(theirsFirst)]
  return conflictsIn(one) < most && areSame(one, other) ? one : null
}

/** Merges YAML by key and item, and the Markdown after the YAML. */
function mergeByKey(
  texts: ThreeTexts,
  granularity: Granularity,
  lines: readonly MergePiece[],
): readonly MergePiece[] | null {
  const isData = texts.isData === true
  const [base, ours, theirs] = [texts.base, texts.ours, texts.theirs].map((text) =>
    cutYaml(text, isData),
  )
  if (
    !base ||
    !ours ||
    !theirs ||
    base.open + base.close !== ours.open + ours.close ||
    base.open + base.close !== theirs.open + theirs.close
  )
    return null
  const firstConflict = lines.findIndex(({ kind }) => kind === 'conflict')
  const isAfterYaml =
    !isData && cutYaml(settledText(lines.slice(0, firstConflict)) ?? '', false) !== null
  if (isAfterYaml) return null
  const data = mergeYaml({ base: base.yaml, ours: ours.yaml, theirs: theirs.yaml })
  if (data === null) return null
  const rest = isData
    ? []
    : finerMerge({ base: base.rest, ours: ours.rest, theirs: theirs.rest }, granularity)
  return withoutEmpty([
    settled(base.open),
    ...data.flatMap((piece) => mergePassage(piece, granularity)),
    settled(base.close),
    ...rest,
  ])
}

const FENCES = /^[ \t]*(?:```+|~~~+)/gm

/** Returns a function that tells whether the next piece begins in a fenced block. */
function codeFollower(): (piece: MergePiece) => boolean {
  let isCode = false
  return (piece) => {
    const before = isCode
    const fences = (piece.kind === 'settled' ? piece.text : piece.base).match(FENCES)
    if ((fences?.length ?? 0) % 2 === 1) isCode = !isCode
    return before
  }
}
