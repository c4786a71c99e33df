import type { DiffPiece } from '@cahier/prose'
import type { Terminal } from '../command.ts'
import { paint } from '../terminal/terminal.ts'

/** Lines of a diff that change together. */
export interface ChangedPassage {
  /** The number, from 1, of the first line in the old text. */
  readonly line: number
  readonly parts: readonly DiffPiece[]
}

export function changedPassages(pieces: readonly DiffPiece[]): readonly ChangedPassage[] {
  const passages: ChangedPassage[] = []
  let line = 1
  let parts: DiffPiece[] = []
  let passage: ChangedPassage = { line, parts }
  for (const piece of pieces)
    for (const part of piece.same ? piece.old.split(/(?<=\n)/) : [piece.old]) {
      parts.push(piece.same ? { same: true, old: part, new: part } : piece)
      line += part.split('\n').length - 1
      if (!piece.same || !part.endsWith('\n')) continue
      passages.push(passage)
      parts = []
      passage = { line, parts }
    }
  return [...passages, passage].filter((one) => one.parts.some(({ same }) => !same))
}

/** The changed lines of a diff in full, with their changes in `[-…-]` and `{+…+}`. */
export function changedLines(
  pieces: readonly DiffPiece[],
  terminal: Pick<Terminal, 'colours'>,
): readonly string[] {
  const marked = (open: string, text: string, shut: string, colour: 'red' | 'green') => {
    const shown = /\S/.test(text) ? text : visibleBlanks(text).replaceAll('↵', '↵\n')
    return text === '' ? '' : paint(`${open}${shown}${shut}`, colour, terminal)
  }
  return changedPassages(pieces).map(({ parts }) =>
    parts
      .map((part) =>
        part.same
          ? part.old
          : marked('[-', part.old, '-]', 'red') + marked('{+', part.new, '+}', 'green'),
      )
      .join('')
      .trimEnd(),
  )
}

export function visibleBlanks(blanks: string): string {
  return blanks.replace(/[ \u00A0\u202F\n\t]/g, (blank) => SIGNS[blank] ?? blank)
}

const SIGNS: Readonly<Record<string, string>> = {
  ' ': '␣',
  '\u00A0': '⍽',
  '\u202F': '⍽',
  '\n': '↵',
  '\t': '⇥',
}
