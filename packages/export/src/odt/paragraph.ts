import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'

/** The content of a paragraph; a string for plain words. */
export type Content = readonly ElementContent[] | string

interface ParagraphParts {
  readonly style: string
  readonly name: string
  readonly before?: Content
  readonly text: Content
  readonly level?: number
}

/**
 * A paragraph or heading, with an `xml:id` and a bookmark to find it in an edited copy. The
 * bookmark survives most edits, and conversion to DOCX.
 */
export function paragraph({ style, name, before = '', text, level }: ParagraphParts): Element {
  const words = nodesOf(text)
  const deletedInto = wholeDeletion(words)
  if (deletedInto !== undefined) deletedInto.children = marked(deletedInto.children, name)
  const content = words.length === 0 || deletedInto !== undefined ? words : marked(words, name)
  return x(
    level === undefined ? 'text:p' : 'text:h',
    { 'text:style-name': style, 'xml:id': name, 'text:outline-level': level },
    keepSpaces([...nodesOf(before), ...content]),
  )
}

export function headingOf(
  level: number,
  name: string,
  text: Content,
  before: Content = '',
): Element {
  return paragraph({ style: `Heading ${level}`, level, name, before, text })
}

function nodesOf(content: Content): readonly ElementContent[] {
  return typeof content === 'string' ? plain(content) : content
}

function marked(content: readonly ElementContent[], name: string): ElementContent[] {
  return [
    x('text:bookmark-start', { 'text:name': name }),
    ...content,
    x('text:bookmark-end', { 'text:name': name }),
  ]
}

// Returns the element that stores the deleted words, if a tracked deletion covers all the text.
function wholeDeletion(text: readonly ElementContent[]): Element | undefined {
  const [only, ...others] = text.filter(
    (node) => node.type !== 'element' || node.name !== 'office:annotation',
  )
  return others.length === 0 && only?.type === 'element' ? only.data?.deletedInto : undefined
}

export function span(style: string, ...content: (ElementContent | string)[]): Element {
  return x('text:span', { 'text:style-name': style }, ...content)
}

export function tab(): Element {
  return x('text:tab')
}

export function plain(value: string): ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}

/**
 * Writes repeated spaces, tabs and line breaks as elements, since programs collapse them (ODF 1.3,
 * part 3, 6.1.2). `both ends` keeps a last space too, for deleted text.
 */
export function keepSpaces(
  content: readonly ElementContent[],
  where: 'start' | 'both ends' = 'start',
): ElementContent[] {
  let isAfterSpace = true
  const explicit = (piece: string): ElementContent[] => {
    const wasAfterSpace = isAfterSpace
    isAfterSpace = piece === '\n' || piece.endsWith(' ')
    if (piece === '\n') return [x('text:line-break')]
    if (piece === '\t') return [tab()]
    if (!piece.startsWith(' ')) return plain(piece)
    const hidden = piece.length - (wasAfterSpace ? 0 : 1)
    const spaces = x('text:s', { 'text:c': hidden === 1 ? undefined : hidden })
    return [...plain(wasAfterSpace ? '' : ' '), ...(hidden > 0 ? [spaces] : [])]
  }
  const visit = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node) => {
      if (node.type === 'text')
        return node.value
          .split(/(\n|\t| {2,}|(?<![^\n\t]) )/)
          .filter((piece) => piece !== '')
          .flatMap(explicit)
      if (node.type !== 'element') return [node]
      if (inherits.has(node.name)) return [{ ...node, children: visit(node.children) }]
      if (!silent.has(node.name)) isAfterSpace = false
      return [node]
    })
  const kept = visit(content)
  return where === 'both ends' ? withLastSpace(kept) : kept
}

/** Elements whose text continues the line. */
const inherits = new Set(['text:span', 'text:a'])
const silent = new Set([
  'text:bookmark-start',
  'text:bookmark-end',
  'text:change',
  'text:change-start',
  'text:change-end',
  'office:annotation',
])

function withLastSpace(content: readonly ElementContent[]): ElementContent[] {
  const last = content.at(-1)
  const before = content.slice(0, -1)
  if (last?.type === 'element' && inherits.has(last.name))
    return [...before, { ...last, children: withLastSpace(last.children) }]
  if (last?.type !== 'text' || !last.value.endsWith(' ')) return [...content]
  return [...before, ...plain(last.value.slice(0, -1)), x('text:s')]
}

export function labelThenTab(label: string, ...value: ElementContent[]): ElementContent[] {
  return [span('Cahier Label', label), tab(), ...value]
}

/** The rank of a proposal in the margin: « 7. ». */
export function hangingRank(rank: number): ElementContent[] {
  return [span('Cahier Rank', `${rank}.`), tab()]
}

/** The number of a block in the margin, then its status; empty without a number. */
export function hangingNumber(number: string, mark: string): ElementContent[] {
  return numberAndMark(number, mark, tab())
}

/** The number of a list item inside its line, since the margin holds the bullet. */
export function leadingNumber(number: string, mark: string): ElementContent[] {
  return numberAndMark(number, mark, ...plain('\u2002'))
}

function numberAndMark(number: string, mark: string, ...gap: ElementContent[]): ElementContent[] {
  const status = mark === '' ? [] : [span('Cahier Mark', mark), ...plain('\u2002')]
  return number === '' ? [] : [span('Cahier Number', `§${number}`), ...gap, ...status]
}
