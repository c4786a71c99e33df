import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'

export interface ParagraphParts {
  readonly style: string
  readonly name: string
  /** Content before the text: the number of the block, a label. */
  readonly before?: readonly ElementContent[]
  readonly text: readonly ElementContent[]
  /** The level of a heading; absent for a paragraph. */
  readonly level?: number
}

/**
 * A paragraph or heading, with an `xml:id` and a bookmark to find it in an edited copy. Most edits
 * keep the bookmark, and so does DOCX.
 */
export function paragraph({ style, name, before = [], text, level }: ParagraphParts): Element {
  const deletedInto = wholeDeletion(text)
  if (deletedInto !== undefined) deletedInto.children = marked(deletedInto.children, name)
  const content = text.length === 0 || deletedInto !== undefined ? text : marked(text, name)
  const attributes = { 'text:style-name': style, 'xml:id': name }
  const children = keepSpaces([...before, ...content])
  return level === undefined
    ? x('text:p', attributes, children)
    : x('text:h', { ...attributes, 'text:outline-level': level }, children)
}

export function headingOf(
  level: number,
  name: string,
  text: readonly ElementContent[],
  before: readonly ElementContent[] = [],
): Element {
  return paragraph({ style: `Heading_20_${level}`, level, name, before, text })
}

function marked(content: readonly ElementContent[], name: string): ElementContent[] {
  return [
    x('text:bookmark-start', { 'text:name': name }),
    ...content,
    x('text:bookmark-end', { 'text:name': name }),
  ]
}

// For a text deleted as a whole, the paragraph that stores it: the bookmark goes there.
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
 * Makes white space explicit, since programs fold it (ODF 1.3, part 3, 6.1.2). `both ends` keeps a
 * last space too: deleted text may be restored.
 */
export function keepSpaces(
  content: readonly ElementContent[],
  where: 'start' | 'both ends' = 'start',
): ElementContent[] {
  let afterSpace = true
  const visit = (nodes: readonly ElementContent[]): ElementContent[] => {
    const out: ElementContent[] = []
    for (const node of nodes) {
      if (node.type === 'text') explicit(node.value, out)
      else if (node.type === 'element' && inherits.has(node.name))
        out.push({ ...node, children: visit(node.children) })
      else {
        if (node.type === 'element' && !silent.has(node.name)) afterSpace = false
        out.push(node)
      }
    }
    return out
  }
  const explicit = (value: string, out: ElementContent[]): void => {
    for (const piece of value.split(/(\n|\t| {2,}|(?<![^\n\t]) )/)) {
      if (piece === '') continue
      if (piece === '\n' || piece === '\t')
        out.push(x(piece === '\n' ? 'text:line-break' : 'text:tab'))
      else if (!piece.startsWith(' ')) addText(piece, out)
      else {
        const hidden = piece.length - (afterSpace ? 0 : 1)
        if (!afterSpace) addText(' ', out)
        if (hidden > 0) out.push(x('text:s', { 'text:c': hidden === 1 ? undefined : hidden }))
      }
      afterSpace = piece === '\n' || piece.endsWith(' ')
    }
  }
  const kept = visit(content)
  return where === 'both ends' ? withLastSpace(kept) : kept
}

const inherits = new Set(['text:span', 'text:a'])
const silent = new Set([
  'text:bookmark-start',
  'text:bookmark-end',
  'text:change',
  'text:change-start',
  'text:change-end',
  'office:annotation',
])

function addText(value: string, out: ElementContent[]): void {
  const last = out.at(-1)
  if (last?.type === 'text') out[out.length - 1] = { type: 'text', value: last.value + value }
  else out.push({ type: 'text', value })
}

function withLastSpace(content: readonly ElementContent[]): ElementContent[] {
  const last = content.at(-1)
  const before = content.slice(0, -1)
  if (last?.type === 'element' && inherits.has(last.name))
    return [...before, { ...last, children: withLastSpace(last.children) }]
  if (last?.type !== 'text' || !last.value.endsWith(' ')) return [...content]
  const value = last.value.slice(0, -1)
  return [...before, ...(value === '' ? [] : [{ type: 'text' as const, value }]), x('text:s')]
}

export function labelThenTab(label: string, ...value: ElementContent[]): ElementContent[] {
  return [span('Cahier_20_Label', label), tab(), ...value]
}

/** The rank of a proposal in the margin: « 7. ». */
export function hangingRank(rank: number): ElementContent[] {
  return [span('Cahier_20_Rank', `${rank}.`), tab()]
}

/** The number and status of a block, in the margin; empty without a number. */
export function hangingNumber(number: string, mark: string): ElementContent[] {
  return numberAndMark(number, mark, [tab()])
}

/** The number of a list item inside its line, since the margin holds the bullet. */
export function leadingNumber(number: string, mark: string): ElementContent[] {
  return numberAndMark(number, mark, plain('\u2002'))
}

function numberAndMark(number: string, mark: string, gap: ElementContent[]): ElementContent[] {
  return number === ''
    ? []
    : [
        span('Cahier_20_Number', `§${number}`),
        ...gap,
        ...(mark === '' ? [] : [span('Cahier_20_Mark', mark), ...plain('\u2002')]),
      ]
}
