import type { DiffPiece } from './diff-text.ts'

/**
 * A difference as the old text with CriticMarkup: all marks refused give the old text byte for
 * byte, all accepted the new one.
 */
export function diffAsCriticMarkup(pieces: readonly DiffPiece[]): string {
  let held = ''
  const parts = pieces.map((piece) => {
    if (!piece.same) {
      const part = marked(held + piece.old, held + piece.new)
      held = ''
      return part
    }
    // A backslash just before a mark would take its brace for a literal one: it goes into the mark.
    const tail = /(?<!\\)\\+$/.exec(piece.old)?.[0] ?? ''
    const part = literal(held + piece.old.slice(0, piece.old.length - tail.length))
    held = tail
    return part
  })
  return parts.join('') + held
}

function marked(old: string, young: string): string {
  const inside = `${literal(old)}~>${literal(young)}`
  if (
    old !== '' &&
    young !== '' &&
    !literal(old).includes('~>') &&
    !old.endsWith('~') &&
    `${inside}~~}`.indexOf('~~}') === inside.length
  )
    return `{~~${inside}~~}`
  return (
    cut(old, '--}')
      .map((part) => `{--${literal(part)}--}`)
      .join('') +
    cut(young, '++}')
      .map((part) => `{++${literal(part)}++}`)
      .join('')
  )
}

/** Parts of a text none of which holds the sign that would close its mark. */
function cut(text: string, closer: string): readonly string[] {
  return text === ''
    ? []
    : text
        .split(closer)
        .flatMap((part, index, all) => [
          (index > 0 ? closer.slice(1) : '') +
            part +
            (index < all.length - 1 ? closer.slice(0, 1) : ''),
        ])
}

function literal(text: string): string {
  return text.replace(/\{(?=\+\+|--|~~|==|>>)/g, '\\{')
}
