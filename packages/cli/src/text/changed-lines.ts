import type { DiffPiece } from '@cahier/prose'
import type { Terminal } from '../command.ts'
import { paint } from '../terminal/terminal.ts'

/** Visible signs for blanks that change. */
const SEEN: Readonly<Record<string, string>> = {
  ' ': '␣',
  '\u00A0': '⍽',
  '\u202F': '⍽',
  '\n': '↵\n',
  '\t': '⇥',
}

/** Each changed line in full, with its old number and its changes in `[-…-]` and `{+…+}`. */
export function changedLines(
  pieces: readonly DiffPiece[],
  terminal: Pick<Terminal, 'colours'>,
): readonly { readonly first: number; readonly text: string }[] {
  const passages: { first: number; text: string }[] = []
  let line = 1
  // The current line so far, and whether it has changes.
  let text = ''
  let first = 1
  let changed = false
  const close = () => {
    if (changed) passages.push({ first, text })
    text = ''
    changed = false
    first = line
  }
  for (const piece of pieces) {
    if (piece.same) {
      for (const part of piece.old.split(/(?<=\n)/)) {
        text += part
        line += part.endsWith('\n') ? 1 : 0
        if (part.endsWith('\n')) close()
      }
    } else {
      text +=
        marked('[-', piece.old, '-]', 'red', terminal) +
        marked('{+', piece.new, '+}', 'green', terminal)
      line += piece.old.split('\n').length - 1
      changed = true
    }
  }
  close()
  return passages.map(({ first: number, text: line }) => ({ first: number, text: line.trimEnd() }))
}

function marked(
  open: string,
  text: string,
  shut: string,
  colour: 'red' | 'green',
  terminal: Pick<Terminal, 'colours'>,
): string {
  if (text === '') return ''
  const seen = /\S/.test(text) ? text : [...text].map((sign) => SEEN[sign] ?? sign).join('')
  return paint(`${open}${seen}${shut}`, colour, terminal)
}
