import type {
  Definition,
  Heading,
  Image,
  ImageReference,
  InlineCode,
  LinkReference,
  Paragraph,
  Parent,
} from 'mdast'
import { linesOf, spanOf } from './where-written.ts'

// What the engine is known to read otherwise inside of a paragraph, as `odd-emphasis.ts` says it of
// emphasis.

/**
 * A paragraph that begins like an item of a list, or like a definition whose address is on the next
 * line; or one on several lines, with marks of its container between them, in which a code span, a
 * tag or a link may be opened on one line and closed on another.
 */
export function isOddParagraph(node: Paragraph | Heading, text: string): boolean {
  const { start, end } = spanOf(node)
  LIKE_OTHER.lastIndex = start
  if (LIKE_OTHER.test(text)) return true
  if (linesOf(node).first === linesOf(node).last || !hasTextGap(node)) return false
  const source = text.slice(start, end)
  const isLeftOpen = LEAVES_OPEN.test(source)
  return (
    hasOpening(node, isLeftOpen || source.includes('][') ? /[[<`]/ : /[<`]/) ||
    (isLeftOpen && hasReference(node))
  )
}

// A lone `[` is read alike by both, unless it may become a reference, or a link whose address is
// not plainly closed on its line; which a reference may also have after it.
const LEAVES_OPEN = /\]\((?![^()"'<\r\n]*(?:"[^"\r\n]*"[^()"'<\r\n]*)*\))/

const LIKE_OTHER = /(?:[-+*]|\d{1,9}[.)])(?:\s|$)|\[[^\]\r\n]+\]:[ \t]*[\r\n]/y

function hasTextGap({ children }: Parent): boolean {
  return children.some((child, rank) => {
    const next = children[rank + 1]
    if (child.type === 'break' || (child.type === 'text' && child.value.endsWith('\n')))
      return next === undefined || spanOf(child).end !== spanOf(next).start
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

/** A closing tag that has its `>` on the next line, further in than four columns. */
export const BROKEN_TAG = /<\/[a-z][a-z\d-]*[ \t]*\r?\n(?=[ \t>]*(?:\t| {4}))[ \t>]*>/i

/**
 * Code over several lines, of which one is indented by a tab: the blanks at its ends are not told
 * alike.
 */
export function hasTabbedLine(node: InlineCode, text: string): boolean {
  return (
    linesOf(node).first < linesOf(node).last &&
    /[\r\n][ \t>]*\t/.test(text.slice(spanOf(node).start, spanOf(node).end))
  )
}

/**
 * The tree keeps the alternative text of an image, and not the tags and code spans in it, which may
 * run over its lines.
 */
export function isOddImage(node: Image | ImageReference, text: string): boolean {
  const { start, end } = spanOf(node)
  return linesOf(node).first < linesOf(node).last && /[<`]/.test(text.slice(start, end))
}

/**
 * Unicode blanks, such as U+00A0, or character references in a label: of a reference, or of a
 * definition. Over lines, the engine leaves the marks of what it stands in.
 */
export function hasOddLabel(
  node: Definition | LinkReference | ImageReference,
  text: string,
): boolean {
  const source = text.slice(spanOf(node).start, spanOf(node).end)
  if (node.type !== 'definition' && /[\r\n][ \t>]/.test(node.label ?? '')) return true
  return /[^\S \t\r\n]|&[#\w]+;/.test(
    node.type === 'definition' ? source.slice(0, source.indexOf(']:')) : source,
  )
}
