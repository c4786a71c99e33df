import type { PhrasingContent, Text } from 'mdast'

/**
 * Pieces that a text was cut into, the empty ones gone. The first that is words stands where it
 * stood, and what is looked for in its source is found once.
 */
export function placePieces(
  { position }: Text,
  pieces: readonly PhrasingContent[],
): PhrasingContent[] {
  const nowhere =
    position === undefined ? undefined : { start: position.start, end: position.start }
  let isFirst = true
  const placed = (piece: PhrasingContent): PhrasingContent => {
    if (position === undefined) return piece
    if ('children' in piece)
      return { ...piece, children: piece.children.map(placed), position } as PhrasingContent
    if (piece.type !== 'text') return { ...piece, position }
    const own = isFirst ? position : nowhere
    isFirst = false
    return { ...piece, ...(own === undefined ? {} : { position: own }) }
  }
  return pieces.filter((piece) => piece.type !== 'text' || piece.value !== '').map(placed)
}
