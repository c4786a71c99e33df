import type { Document } from '@cahier/core'
import { type CriticPiece, countWhile, matchesIn, type Passage, passagesOf } from '@cahier/prose'
import type { Settings } from '../document/settings.ts'

/**
 * The passages of a text with CriticMarkup, before (`old`) or after (`new`) its changes. Places are
 * those of the file, where the marked text begins at `offset`.
 */
export function versionPassages(
  { parse }: Document,
  { language }: Settings,
  pieces: readonly CriticPiece[],
  side: 'old' | 'new',
  offset: number,
): readonly Passage[] {
  let text = ''
  /** Where each unbroken part starts: `from` in `text`, `at` in the file. */
  const runs: Run[] = []
  for (const piece of pieces) {
    const words = piece[side]
    const at = offset + piece.start + innerStart(piece, side)
    const add = (from: number, to: number) => {
      if (to > from) runs.push({ from: text.length, at: at + from })
      text += words.slice(from, to)
    }
    let from = 0
    for (const { index } of matchesIn(words, ESCAPED_OPENER)) {
      add(from, index)
      from = index + 1
    }
    add(from, words.length)
  }
  return passagesOf(parse(text), text, language).map((passage) => placed(passage, runs))
}

// The backslash of an escaped mark, `\{++`, is not part of the text.
const ESCAPED_OPENER = /\\(?=\{(?:\+\+|--|~~|==|>>))/g

interface Run {
  readonly from: number
  readonly at: number
}

/** The offset at which the old or new words start in a marked piece, such as 3 in `{++word++}`. */
export function innerStart({ kind, old }: CriticPiece, side: 'old' | 'new'): number {
  if (kind === 'same') return 0
  return kind === 'substitution' && side === 'new' ? 3 + old.length + 2 : 3
}

function placed(passage: Passage, runs: readonly Run[]): Passage {
  const placeOf = (at: number) => {
    const run = runs[countWhile(runs, ({ from }) => from <= at) - 1]
    return run === undefined ? 0 : run.at + at - run.from
  }
  return {
    ...passage,
    starts: passage.starts.map((start) => (start < 0 ? -1 : placeOf(start))),
    gaps: new Map(
      [...passage.gaps].map(([unit, gap]) => [unit, gap === 0 ? placeOf(0) : placeOf(gap - 1) + 1]),
    ),
    start: placeOf(passage.start),
    end: placeOf(passage.end - 1) + 1,
  }
}
