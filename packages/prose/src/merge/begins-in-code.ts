import type { MergePiece } from './merge-piece.ts'

/** Tells of each piece of a merge, asked for in order, whether it begins inside a fenced block. */
export function beginsInCode(): (piece: MergePiece) => boolean {
  let isCode = false
  return (piece) => {
    const before = isCode
    const fences = (piece.kind === 'settled' ? piece.text : piece.base).match(FENCES)
    if ((fences?.length ?? 0) % 2 === 1) isCode = !isCode
    return before
  }
}

const FENCES = /^[ \t]*(?:```+|~~~+)/gm
