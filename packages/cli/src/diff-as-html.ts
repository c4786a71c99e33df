import type { DiffPiece } from '@cahier/prose'

/** A difference as a piece of HTML: the whole text, with `del` and `ins`. */
export function diffAsHtml(pieces: readonly DiffPiece[]): string {
  const inner = pieces.map((piece) => (piece.same ? escaped(piece.old) : tagged('del', piece.old) + tagged('ins', piece.new)))
  return `<div class="diff" style="white-space: pre-wrap">${inner.join('')}</div>\n`
}

function tagged(name: 'del' | 'ins', text: string): string {
  return text === '' ? '' : `<${name}>${escaped(text)}</${name}>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
