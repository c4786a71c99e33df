import type {
  Definition,
  Emphasis,
  Heading,
  Image,
  ImageReference,
  InlineCode,
  LinkReference,
  Nodes,
  Paragraph,
  Parent,
  Strong,
  TableCell,
} from 'mdast'
import type { Span } from '../../span.ts'

/**
 * True for a paragraph that both parsers may read differently: it begins like an item or
 * definition, or has container markers where code, a tag or a link may cross lines.
 */
export function isOddParagraph(node: Paragraph | Heading, text: string): boolean {
  const { start, end } = offsetsOf(node)
  LIKE_OTHER.lastIndex = start
  if (LIKE_OTHER.test(text)) return true
  if (lineRange(node).first === lineRange(node).last || !hasTextGap(node)) return false
  const source = text.slice(start, end)
  const isLeftOpen = LEAVES_OPEN.test(source)
  return (
    hasOpening(node, isLeftOpen || source.includes('][') ? /[[<`]/ : /[<`]/) ||
    (isLeftOpen && hasReference(node))
  )
}

// A lone `[` is read alike, unless it may begin a reference, or a link over several lines.
const LEAVES_OPEN = /\]\((?![^()"'<\r\n]*(?:"[^"\r\n]*"[^()"'<\r\n]*)*\))/

const LIKE_OTHER = /(?:[-+*]|\d{1,9}[.)])(?:\s|$)|\[[^\]\r\n]+\]:[ \t]*[\r\n]/y

function hasTextGap({ children }: Parent): boolean {
  return children.some((child, rank) => {
    const next = children[rank + 1]
    if (child.type === 'break' || (child.type === 'text' && child.value.endsWith('\n')))
      return next === undefined || offsetsOf(child).end !== offsetsOf(next).start
    return 'children' in child && hasTextGap(child)
  })
}

function hasOpening({ children }: Parent, sign: RegExp): boolean {
  return children.some((child) =>
    child.type === 'text' ? sign.test(child.value) : 'children' in child && hasOpening(child, sign),
  )
}

function hasReference({ children }: Parent): boolean {
  return children.some(
    (child) =>
      child.type === 'linkReference' ||
      child.type === 'imageReference' ||
      ('children' in child && hasReference(child)),
  )
}

/** A closing tag with its `>` on the next line, indented by four columns or more. */
export const BROKEN_TAG = /<\/[a-z][a-z\d-]*[ \t]*\r?\n(?=[ \t>]*(?:\t| {4}))[ \t>]*>/i

/** True for code over several lines, one of them indented by a tab. */
export function hasTabbedLine(node: InlineCode, text: string): boolean {
  return (
    lineRange(node).first < lineRange(node).last &&
    /[\r\n][ \t>]*\t/.test(text.slice(offsetsOf(node).start, offsetsOf(node).end))
  )
}

/** True for an image over lines with tags or code in its text, which may cross lines. */
export function isOddImage(node: Image | ImageReference, text: string): boolean {
  const { start, end } = offsetsOf(node)
  return lineRange(node).first < lineRange(node).last && /[<`]/.test(text.slice(start, end))
}

/** True for a label with Unicode blanks or character references, or with container markers. */
export function hasOddLabel(
  node: Definition | LinkReference | ImageReference,
  text: string,
): boolean {
  const source = text.slice(offsetsOf(node).start, offsetsOf(node).end)
  if (node.type !== 'definition' && /[\r\n][ \t>]/.test(node.label ?? '')) return true
  return /[^\S \t\r\n]|&[#\w]+;/.test(
    node.type === 'definition' ? source.slice(0, source.indexOf(']:')) : source,
  )
}

/** True when signs that could open and close emphasis are left as text. */
export function hasUnusedMarks(block: Paragraph | Heading | TableCell, text: string): boolean {
  const open = new Set<string>()
  return visit(block)

  function visit(node: Nodes): boolean {
    if (node.type !== 'text') return 'children' in node && node.children.some(visit)
    if (!/[*_]/.test(node.value)) return false
    const end = node.position?.end.offset ?? 0
    MARKS.lastIndex = node.position?.start.offset ?? 0
    for (
      let match = MARKS.exec(text);
      match !== null && match.index < end;
      match = MARKS.exec(text)
    ) {
      const run = match[0]
      const mark = match[1] ?? match[2]
      if (mark === undefined) continue
      const before = text.charAt(match.index - 1)
      const after = text.charAt(match.index + run.length)
      if (open.has(mark) && couldClose(mark, before, after)) return true
      if (couldClose(mark, after, before)) open.add(mark)
    }
    return false
  }
}

/** True when emphasis opens or closes between punctuation and a letter, where it cannot. */
export function hasOddEmphasis({ position }: Emphasis | Strong, text: string): boolean {
  const start = position?.start.offset ?? 0
  const end = position?.end.offset ?? 0
  return (
    isOdd(pastMarks(text, start, -1), pastMarks(text, start, 1)) ||
    isOdd(pastMarks(text, end - 1, 1), pastMarks(text, end - 1, -1))
  )
}

// Skips the whole run of marks, which the emphasis may use in part.
function pastMarks(text: string, from: number, step: number): string {
  let at = from
  while (text[at] === text[from]) at += step
  return text.charAt(at)
}

function isOdd(outside: string, inside: string): boolean {
  return WORD.test(outside) && !WORD.test(inside)
}

const WORD = /[\p{L}\p{N}\p{M}]/u

const MARKS = /\\[^\r\n]|(\*)\**|(_)_*/g

// With the last two arguments swapped: true when the mark could open emphasis.
function couldClose(mark: string, inside: string, outside: string): boolean {
  return (
    /\S/.test(inside) &&
    !(mark === '_' && /[\p{L}\p{N}]/u.test(inside) && /[\p{L}\p{N}]/u.test(outside))
  )
}

export function lineRange({ position }: Nodes): { readonly first: number; readonly last: number } {
  return { first: position?.start.line ?? 0, last: position?.end.line ?? 0 }
}

export function offsetsOf({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}
