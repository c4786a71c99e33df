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
 * True for a paragraph or heading that the engine (satteri) may read unlike the reference parser.
 * An example is code, a tag or a link that may continue on the next line.
 */
export function isOddParagraph(node: Paragraph | Heading, text: string): boolean {
  const { start, end } = offsetsOf(node)
  LIKE_OTHER.lastIndex = start
  if (LIKE_OTHER.test(text)) return true
  if (lineRange(node).first === lineRange(node).last || !hasTextGap(node)) return false
  const source = text.slice(start, end)
  const isLeftOpen = LEAVES_OPEN.test(source)
  return (
    hasOpening(node, isLeftOpen || source.includes('][') ? /\[|<[a-z/!?]|`/i : /<[a-z/!?]|`/i) ||
    (isLeftOpen && hasReference(node))
  )
}

// A link target that does not end on its line. When all targets end on their line, both parsers
// read a lone `[` alike.
const LEAVES_OPEN = /\]\((?![^()"'<\r\n]*(?:"[^"\r\n]*"[^()"'<\r\n]*)*\))/

/** The start of a list item or a definition. */
const LIKE_OTHER = /(?:[-+*]|\d{1,9}[.)])(?:\s|$)|\[[^\]\r\n]+\]:[ \t]*[\r\n]/y

/** True when a line begins with blanks that no node of the tree covers. */
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

/** True for code over several lines, with a line indented by a tab. */
export function hasTabbedLine(node: InlineCode, text: string): boolean {
  return (
    lineRange(node).first < lineRange(node).last &&
    /[\r\n][ \t>]*\t/.test(text.slice(offsetsOf(node).start, offsetsOf(node).end))
  )
}

/** True for an image over several lines with a tag or code in its text. */
export function isOddImage(node: Image | ImageReference, text: string): boolean {
  const { start, end } = offsetsOf(node)
  return lineRange(node).first < lineRange(node).last && /[<`]/.test(text.slice(start, end))
}

/** True for a label with Unicode blanks, character references, or an indented or quoted line. */
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

/**
 * True when `*` or `_` left as text could have made emphasis: the parsers may pair such signs
 * differently.
 */
export function hasUnusedMarks(block: Paragraph | Heading | TableCell, text: string): boolean {
  const open = new Set<string>()
  return visit(block, '')

  function visit(node: Nodes, around: string): boolean {
    if (node.type !== 'text') {
      const isMarked = node.type === 'emphasis' || node.type === 'strong'
      const inside = isMarked ? around + text.charAt(offsetsOf(node).start) : around
      return 'children' in node && node.children.some((child) => visit(child, inside))
    }
    if (!/[*_]/.test(node.value)) return false
    const { start, end } = offsetsOf(node)
    MARKS.lastIndex = start
    for (
      let match = MARKS.exec(text);
      match !== null && match.index < end;
      match = MARKS.exec(text)
    ) {
      const mark = match[1] ?? match[2]
      if (mark === undefined) continue
      const before = text.charAt(match.index - 1)
      const after = text.charAt(match.index + match[0].length)
      const opens = couldClose(mark, after, before)
      const closes = couldClose(mark, before, after)
      if ((closes && open.has(mark)) || ((opens || closes) && around.includes(mark))) return true
      if (opens) open.add(mark)
    }
    return false
  }
}

/**
 * True when emphasis opens or closes where CommonMark forbids it: a letter is just outside the
 * marks, and a sign or a space just inside.
 */
export function hasOddEmphasis({ position }: Emphasis | Strong, text: string): boolean {
  const start = position?.start.offset ?? 0
  const end = position?.end.offset ?? 0
  return (
    isOdd(pastMarks(text, start, -1), pastMarks(text, start, 1)) ||
    isOdd(pastMarks(text, end - 1, 1), pastMarks(text, end - 1, -1))
  )
}

// The character beyond a run of marks. The emphasis may use only a part of the run.
function pastMarks(text: string, from: number, step: number) {
  let at = from
  while (text[at] === text[from]) at += step
  return text.charAt(at)
}

function isOdd(outside: string, inside: string) {
  return WORD.test(outside) && !WORD.test(inside)
}

// What CommonMark counts as neither blank nor punctuation, such as a letter or U+200B.
const WORD = /[^\s\p{P}\p{S}]/u

const MARKS = /\\[^\r\n]|(\*)\**|(_)_*/g

// True when a mark could close emphasis. When a caller gives the character after the mark as
// `inside`, true means that the mark could open emphasis.
function couldClose(mark: string, inside: string, outside: string) {
  const isForbidden = WORD.test(outside) && (mark === '_' || SIGN.test(inside))
  return /\S/.test(inside) && !isForbidden
}

const SIGN = /[\p{P}\p{S}]/u

export function lineRange({ position }: Nodes): { readonly first: number; readonly last: number } {
  return { first: position?.start.line ?? 0, last: position?.end.line ?? 0 }
}

export function offsetsOf({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}
