import type { DiffPiece } from '../diff/diff-text.ts'
import type { Splice } from '../span.ts'

/**
 * Unmarked text, or one mark. `old` and `new` are this part before and after the change. Offsets
 * include the delimiters.
 */
export interface CriticPiece {
  readonly kind: 'same' | 'insertion' | 'deletion' | 'substitution' | 'comment' | 'highlight'
  readonly old: string
  readonly new: string
  readonly start: number
  readonly end: number
}

/** A mark that is not closed. */
interface CriticFault {
  readonly start: number
  readonly end: number
  readonly opener: string
}

export interface CriticText {
  readonly pieces: readonly CriticPiece[]
  readonly faults: readonly CriticFault[]
}

/**
 * Reads CriticMarkup (criticmarkup.com), also in Markdown code. `\{++` is literal text. A mark that
 * is not closed is literal text too, and a fault. A comment `<!-- cahier … -->` holds no marks.
 */
export function readCriticMarkup(text: string): CriticText {
  const pieces: CriticPiece[] = []
  const faults: CriticFault[] = []
  const opener = /\\?\{(\+\+|--|~~|==|>>)|<!--\s*cahier\b/g
  // Each missing closing sign is searched only once, so that the time stays linear.
  const neverClosed = new Set<Sign>()
  let isCommentClosed = true
  let from = 0
  const same = (end: number) => {
    if (end > from)
      pieces.push({
        kind: 'same',
        old: text.slice(from, end),
        new: text.slice(from, end),
        start: from,
        end,
      })
  }
  for (let match = opener.exec(text); match !== null; match = opener.exec(text)) {
    if (match[0].startsWith('\\')) continue
    if (match[1] === undefined) {
      const end: number = isCommentClosed ? text.indexOf('-->', match.index) : -1
      isCommentClosed = end >= 0
      if (isCommentClosed) opener.lastIndex = end
      continue
    }
    const sign = match[1] as Sign
    const inner = match.index + 3
    const close = neverClosed.has(sign) ? -1 : text.indexOf(CLOSERS[sign], inner)
    if (close < 0) {
      neverClosed.add(sign)
      faults.push({ start: match.index, end: inner, opener: match[0] })
      continue
    }
    same(match.index)
    from = close + 3
    pieces.push({ ...markOf(sign, text.slice(inner, close)), start: match.index, end: from })
    opener.lastIndex = from
  }
  same(text.length)
  return { pieces, faults }
}

/** The text before the changes. */
export function refuseAll(pieces: readonly CriticPiece[]): string {
  return pieces.map((piece) => unescapeOpeners(piece.old)).join('')
}

/** The text after the changes. */
export function acceptAll(pieces: readonly CriticPiece[]): string {
  return pieces.map((piece) => unescapeOpeners(piece.new)).join('')
}

/** The text before the changes, and the changes. Adjacent marks are one change. */
export interface MarkedText {
  readonly refused: string
  readonly changes: readonly Splice[]
}

/** Reads CriticMarkup as changes; `null` when a mark is not closed. */
export function readMarkedText(marked: string): MarkedText | null {
  const { pieces, faults } = readCriticMarkup(marked.replaceAll('\r\n', '\n'))
  if (faults.length > 0) return null
  const changes: Splice[] = []
  let refused = ''
  let touching = false
  for (const piece of pieces) {
    const [old, young] = [refuseAll([piece]), acceptAll([piece])]
    if (piece.kind === 'same' || piece.kind === 'highlight') touching = touching && old === ''
    else if (old !== '' || young !== '') {
      const last = touching ? changes.at(-1) : undefined
      if (last !== undefined)
        changes[changes.length - 1] = {
          start: last.start,
          end: last.end + old.length,
          text: last.text + young,
        }
      else changes.push({ start: refused.length, end: refused.length + old.length, text: young })
      touching = true
    }
    refused += old
  }
  return { refused, changes }
}

type Sign = '++' | '--' | '~~' | '==' | '>>'

const CLOSERS: Readonly<Record<Sign, string>> = {
  '++': '++}',
  '--': '--}',
  '~~': '~~}',
  '==': '==}',
  '>>': '<<}',
}

function markOf(sign: Sign, inner: string): Pick<CriticPiece, 'kind' | 'old' | 'new'> {
  if (sign === '++') return { kind: 'insertion', old: '', new: inner }
  if (sign === '--') return { kind: 'deletion', old: inner, new: '' }
  if (sign === '==') return { kind: 'highlight', old: inner, new: inner }
  if (sign === '>>') return { kind: 'comment', old: '', new: '' }
  const arrow = inner.indexOf('~>')
  return arrow < 0
    ? { kind: 'substitution', old: inner, new: '' }
    : { kind: 'substitution', old: inner.slice(0, arrow), new: inner.slice(arrow + 2) }
}

function unescapeOpeners(text: string) {
  return text.replace(/\\\{(?=\+\+|--|~~|==|>>)/g, '{')
}

/**
 * Writes a difference as CriticMarkup. Refusing all marks gives the old text byte for byte;
 * accepting all marks gives the new text.
 */
export function diffAsCriticMarkup(pieces: readonly DiffPiece[]): string {
  let held = ''
  const parts = pieces.map((piece) => {
    if (!piece.same) {
      const part = marked(held + piece.old, held + piece.new)
      held = ''
      return part
    }
    // A backslash before a mark would escape its brace, so the backslash moves into the mark.
    const tail = /(?<!\\)\\+$/.exec(piece.old)?.[0] ?? ''
    const part = literal(held + piece.old.slice(0, piece.old.length - tail.length))
    held = tail
    return part
  })
  return parts.join('') + held
}

function marked(old: string, young: string) {
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

/** Splits a text so that no part holds the closing sign of its mark. */
function cut(text: string, closer: string) {
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

function literal(text: string) {
  return text.replace(/\{(?=\+\+|--|~~|==|>>)/g, '\\{')
}
