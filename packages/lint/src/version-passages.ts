import { lazily } from '@cahier/core'
import type { CriticPiece, Passage } from '@cahier/prose'

/** The prose of a text before its marks (`old`) or after them (`new`), `read` without them; its places are those of the text they stand in, which begins at `offset`. */
export function versionPassages(
  pieces: readonly CriticPiece[],
  side: 'old' | 'new',
  offset: number,
  read: (text: string) => readonly Passage[],
): readonly Passage[] {
  let text = ''
  /** Where each unit of it is written in the file. */
  const places: number[] = []
  for (const piece of pieces) {
    const at = offset + piece.start + innerStart(piece, side)
    for (const { 0: units, index } of piece[side].matchAll(/\\\{(?:\+\+|--|~~|==|>>)|[\s\S]/g)) {
      const skipped = units.startsWith('\\{') ? 1 : 0
      text += units.slice(skipped)
      for (let unit = skipped; unit < units.length; unit++) places.push(at + index + unit)
    }
  }
  return read(text).map((passage) => placed(passage, places))
}

/** Where the words of a side begin, from the beginning of a piece: CriticMarkup opens with three signs, and parts what was from what shall be with two. */
export function innerStart({ kind, old }: CriticPiece, side: 'old' | 'new'): number {
  if (kind === 'same') return 0
  return kind === 'substitution' && side === 'new' ? 3 + old.length + 2 : 3
}

function placed(passage: Passage, places: readonly number[]): Passage {
  const placeOf = (at: number) => places[at] ?? (places.at(-1) ?? -1) + 1
  return lazily<Passage>({
    kind: () => passage.kind,
    node: () => passage.node,
    pointer: () => passage.pointer,
    text: () => passage.text,
    written: () => passage.written,
    glance: () => passage.glance,
    starts: () => passage.starts.map((start) => (start < 0 ? -1 : placeOf(start))),
    gaps: () => new Map([...passage.gaps].map(([unit, gap]) => [unit, gap === 0 ? placeOf(0) : placeOf(gap - 1) + 1])),
    start: () => placeOf(passage.start),
    end: () => placeOf(passage.end - 1) + 1,
  })
}
