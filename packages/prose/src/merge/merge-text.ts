import { meets, TEXT_CHECKS, type TextMerge } from './checks.ts'
import { finerMerge } from './finer-merge.ts'
import { mergeLines } from './merge-lines.ts'
import {
  areSame,
  type Granularity,
  type MergePiece,
  settled,
  settledText,
  type ThreeTexts,
} from './merge-piece.ts'
import { repeatsPassage } from './repeated-passages.ts'
import { widerSide } from './wider-side.ts'

/** The parts of a merge, in order. `beyondLines`: true when a merge of lines gives other parts. */
export interface Merge {
  readonly pieces: readonly MergePiece[]
  readonly beyondLines: boolean
}

/**
 * Merges two versions of a text, Markdown or YAML. Lines that merge cleanly stay byte for byte. A
 * conflict of lines is merged by sentence or word, unless a check fails. Swapping the sides gives
 * the same merge. `given`: the merge of lines by another program, such as git.
 */
export function mergeText(
  texts: ThreeTexts,
  granularity: Granularity = 'sentence',
  given?: readonly MergePiece[],
): Merge {
  const { base, ours, theirs } = texts
  if (ours === theirs || theirs === base) return { pieces: [settled(ours)], beyondLines: false }
  if (ours === base) return { pieces: [settled(theirs)], beyondLines: false }
  const raised = withRaisedSerial(texts)
  if (raised !== null) return { ...mergeText(raised, granularity), beyondLines: true }
  const lines = given ?? mergeLines(texts)
  // Two Markdown texts without a common ancestor may be two proposals with one name.
  if (needsLineMerge(texts) || (base === '' && texts.isData !== true))
    return { pieces: lines, beyondLines: false }
  const mergeAgain = (again: ThreeTexts) =>
    settledText(bestMerge(again, granularity, mergeLines(again), null))
  const pieces = bestMerge(texts, granularity, lines, mergeAgain)
  return { pieces, beyondLines: !areSame(pieces, lines) }
}

/**
 * The first candidate without a conflict that meets all checks. A merge of `lines` needs no check.
 */
function bestMerge(
  texts: ThreeTexts,
  granularity: Granularity,
  lines: readonly MergePiece[],
  mergeAgain: TextMerge['mergeAgain'],
): readonly MergePiece[] {
  let withConflicts: readonly MergePiece[] | null = null
  for (const { pieces, isWholeSide } of candidates(texts, granularity, lines)) {
    const merged = settledText(pieces)
    if (merged === null) withConflicts ??= pieces
    else if (
      pieces === lines ||
      meets(TEXT_CHECKS, { texts, merged, pieces, isWholeSide, mergeAgain })
    )
      return pieces
  }
  return withConflicts ?? lines
}

interface Candidate {
  readonly pieces: readonly MergePiece[]
  readonly isWholeSide: boolean
}

function* candidates(
  texts: ThreeTexts,
  granularity: Granularity,
  lines: readonly MergePiece[],
): Generator<Candidate> {
  const byLines = settledText(lines)
  if (byLines !== null && !repeatsPassage(texts, byLines))
    yield { pieces: lines, isWholeSide: false }
  const wider = widerSide(texts, granularity)
  if (wider !== null) yield { pieces: [settled(texts[wider])], isWholeSide: true }
  if (byLines !== null) yield { pieces: lines, isWholeSide: false }
  else {
    yield { pieces: mergeEachConflict(texts, granularity, lines), isWholeSide: false }
    // The program that gave `lines` may have cut its conflicts differently.
    const own = mergeLines(texts)
    if (!areSame(own, lines))
      yield { pieces: mergeEachConflict(texts, granularity, own), isWholeSide: false }
  }
}

function mergeEachConflict(
  texts: ThreeTexts,
  granularity: Granularity,
  lines: readonly MergePiece[],
) {
  return finerMerge(texts, granularity, lines).map((piece) => {
    if (piece.kind === 'settled' || piece.isWhole === true) return piece
    const wider = widerSide(piece, granularity)
    return wider === null ? piece : settled(piece[wider])
  })
}

/** The number in the line `serial: 12` of a YAML file; each change of the file raises it. */
const SERIAL = /\d{1,15}(?<=^serial:[ \t]*\d{1,15})(?=[ \t]*(?:#.*)?\r?$)/gm

/**
 * Puts the greater serial number into the texts when each side raised it to a different number.
 * Otherwise returns `null`.
 */
export function withRaisedSerial(texts: ThreeTexts): ThreeTexts | null {
  const { base, ours, theirs, isData } = texts
  if (isData !== true) return null
  const [before = 0, one, other] = [base, ours, theirs].map(serialOf)
  if (one === undefined || other === undefined || one === other || Math.min(one, other) <= before)
    return null
  const raised = (text: string) => text.replace(SERIAL, String(Math.max(one, other)))
  return { ...texts, base: raised(base), ours: raised(ours), theirs: raised(theirs) }
}

function serialOf(text: string) {
  const found = text.match(SERIAL) ?? []
  return found.length === 1 ? Number(found[0]) : undefined
}

/** Longer texts, in UTF-16 units, are merged by lines only. */
const MOST_UNITS = 1_000_000

/** True for texts that cannot be safely merged by words, such as binary or conflicted files. */
function needsLineMerge({ base, ours, theirs }: ThreeTexts) {
  const texts = [base, ours, theirs]
  if (
    texts.some(
      (text) =>
        text.length > MOST_UNITS ||
        /[\0\uFFFD]/u.test(text) ||
        /^(?:<{7}|>{7}|\|{7})(?: |\r?$)/m.test(text),
    )
  )
    return true
  const ends = new Set(
    texts.flatMap((text) =>
      (/\r(?!\n)/.test(text) ? ['\r'] : []).concat(
        text.includes('\r\n') ? ['\r\n'] : [],
        /(?<!\r)\n/.test(text) ? ['\n'] : [],
      ),
    ),
  )
  return ends.size > 1
}
