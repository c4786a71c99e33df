import type { Code, Heading, List, ListItem, Paragraph, PhrasingContent, Table } from 'mdast'
import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import type { FlowNode, NoteCall } from '../edition/nodes.ts'
import { headingKey } from './anchors.ts'
import { figure, loneImage } from './figure.ts'
import { type InlineWriter, inline, inOwnLanguage, picture } from './inline.ts'
import type { OdtWriter, Scope } from './odt-writer.ts'
import { hangingNumber, leadingNumber, paragraph, plain } from './paragraph.ts'
import { holdsWidePicture } from './pictures.ts'
import { raggedStyle } from './styles/derived-styles.ts'
import { LIST_STEP } from './styles/list-styles.ts'
import { tableElements } from './table.ts'
import { insertAfter } from './tracked/change-register.ts'

interface Surroundings {
  readonly kind: 'text' | 'quotation' | 'item' | 'note' | 'note-going-on'
  /** The paragraph style of list items. */
  readonly listStyle: string
  /** The number of a list item, for its first block. */
  readonly itemNumber: string
}

const inText: Surroundings = { kind: 'text', listStyle: '', itemNumber: '' }

/** Blocks as ODF paragraphs, headings, lists and tables, with bookmark names. */
export function flow(nodes: readonly FlowNode[], odt: OdtWriter, scope: Scope): Element[] {
  return blocks(nodes, inText, writerOf(odt, scope))
}

export function writerOf(odt: OdtWriter, scope: Scope): InlineWriter {
  const noteBody = ({ note, number }: NoteCall): readonly Element[] => {
    const nodes = scope.notes.find(({ id }) => id === note)?.nodes ?? []
    return blocks(
      nodes,
      { ...inText, kind: 'note' },
      { odt, scope, noteBody: () => [], inNote: true, unranked: ['note', number] },
    )
  }
  return { odt, scope, noteBody, inNote: false, unranked: ['block'] }
}

function blocks(nodes: readonly FlowNode[], around: Surroundings, writer: InlineWriter): Element[] {
  const levelOf = headingLevels(nodes, writer.scope)
  const written: Element[] = []
  for (const [index, node] of nodes.entries()) {
    const here = index === 0 ? around : afterFirst(around)
    const added = node.type === 'paragraph' ? node.data?.change : undefined
    const elements = block(node, here, levelOf, writer)
    if (added === undefined) written.push(...elements)
    else insertAfter(written, elements, added, writer.odt.changes)
  }
  return written
}

function block(
  node: FlowNode,
  here: Surroundings,
  levelOf: (heading: Heading) => number,
  writer: InlineWriter,
): Element[] {
  switch (node.type) {
    case 'paragraph': {
      const image = here.kind === 'text' ? loneImage(node) : undefined
      return image === undefined
        ? [textParagraph(node, here, writer)]
        : figure(image, node, nameOf(node, writer), writer)
    }
    case 'heading':
      return [
        here.kind === 'text'
          ? heading(node, levelOf(node), writer)
          : textParagraph(node, here, writer),
      ]
    case 'list':
      return listElements(node, (item, listStyle) =>
        blocks(item.children, inItem(item, listStyle, here), narrower(writer, LIST_STEP)),
      )
    case 'blockquote':
      return blocks(
        node.children,
        here.kind === 'text' ? { ...here, kind: 'quotation' } : here,
        narrower(writer, 1.6),
      )
    case 'code':
      return [code(node, here, writer)]
    case 'table':
      return here.kind.startsWith('note')
        ? rowsOf(node).map((row) => textParagraph(row, here, writer))
        : tableElements(node, nameOf(node, writer), writer)
    case 'thematicBreak':
      return [
        x('text:p', { 'text:style-name': 'Horizontal_20_Line', 'xml:id': nameOf(node, writer) }),
      ]
    default:
      return []
  }
}

/** Makes pictures narrower, inside lists and quotations. */
function narrower(writer: InlineWriter, by: number): InlineWriter {
  return { ...writer, inset: (writer.inset ?? 0) + by }
}

function afterFirst(around: Surroundings): Surroundings {
  return { ...around, kind: around.kind === 'note' ? 'note-going-on' : around.kind, itemNumber: '' }
}

function inItem(item: ListItem, listStyle: string, { kind }: Surroundings): Surroundings {
  return {
    kind: 'item',
    listStyle: kind.startsWith('note') ? 'Cahier_20_Footnote_20_Continued' : listStyle,
    itemNumber: item.data?.number ?? '',
  }
}

function textParagraph(
  node: Paragraph | Heading,
  { kind, listStyle, itemNumber }: Surroundings,
  writer: InlineWriter,
): Element {
  const number = node.data?.number ?? itemNumber
  const name = nameOf(node, writer)
  const image = loneImage(node)
  const text = image === undefined ? wordsOf(node, writer) : picture(image, writer, true)
  if (kind === 'note') return paragraph({ style: 'Footnote', name, text })
  if (kind === 'note-going-on')
    return paragraph({ style: 'Cahier_20_Footnote_20_Continued', name, text })
  const [style, numbered] =
    kind === 'item'
      ? [listStyle, listStyle]
      : kind === 'quotation'
        ? ['Quotations', 'Cahier_20_Numbered_20_Quotation']
        : ['Text_20_body', 'Cahier_20_Numbered_20_Text']
  const own = number === '' ? style : numbered
  const isRagged = image === undefined && holdsWidePicture(text, writer.odt.sheet)
  const before = kind === 'item' ? leadingNumber : hangingNumber
  return paragraph({
    style: isRagged ? raggedStyle(own) : own,
    name,
    before: before(number, writer.scope.mark),
    text,
  })
}

// LibreOffice shows no table in a note: each row becomes a line.
function rowsOf({ children, data }: Table): readonly Paragraph[] {
  return children.map((row) => {
    const cells = row.children.flatMap((cell, column): PhrasingContent[] => [
      ...(column === 0 ? [] : [{ type: 'text' as const, value: ' | ' }]),
      ...cell.children,
    ])
    return { type: 'paragraph', children: cells, ...(data === undefined ? {} : { data }) }
  })
}

// Returns a function that gives heading levels without gaps: from 4 in a proposal, from 2 in a
// chapter.
function headingLevels(
  nodes: readonly FlowNode[],
  { prefix }: Scope,
): (heading: Heading) => number {
  const under = prefix[0] === 'b' ? 3 : 1
  const highest = nodes.reduce(
    (least, node) => (node.type === 'heading' ? Math.min(least, node.depth) : least),
    Infinity,
  )
  let last = under
  return ({ depth }) => {
    last = Math.min(7, under + 1 + depth - highest, last + 1)
    return last
  }
}

function heading(node: Heading, level: number, writer: InlineWriter): Element {
  // The usual style of level 2 has a number in the margin.
  const style = level === 2 ? 'Cahier_20_Section_20_of_20_Introduction' : `Heading_20_${level}`
  return paragraph({ style, level, name: nameOf(node, writer), text: wordsOf(node, writer) })
}

function wordsOf(
  { children, data }: Paragraph | Heading,
  writer: InlineWriter,
): readonly ElementContent[] {
  return inOwnLanguage(inline(children, writer), data?.lang)
}

function code(node: Code, around: Surroundings, writer: InlineWriter): Element {
  const number = node.data?.number ?? around.itemNumber
  const { mark } = writer.scope
  const hangs = around.kind === 'text' && number !== ''
  return paragraph({
    style: hangs ? 'Cahier_20_Numbered_20_Code' : 'Preformatted_20_Text',
    name: nameOf(node, writer),
    before: hangs ? hangingNumber(number, mark) : leadingNumber(number, mark),
    text: plain(node.value.replace(/\n+$/, '')),
  })
}

// The rank in the source names the block, to find it in a returned document.
function nameOf(node: FlowNode, { odt, scope, unranked }: InlineWriter): string {
  const known = node.data?.id === undefined ? undefined : odt.targets.get(headingKey(node.data.id))
  if (known !== undefined) return known
  const rank = node.data?.ordinal
  const added = node.data?.change === undefined ? [] : ['new']
  return odt.anchors(...scope.prefix, ...(rank === undefined ? unranked : [rank]), ...added)
}

/**
 * Writes a list; `blocks` writes an item. ODF allows no table in a list: the list ends, and
 * continues after the table.
 */
function listElements(
  node: List,
  blocks: (item: ListItem, paragraphStyle: string) => readonly Element[],
): Element[] {
  const paragraphStyle = node.ordered ? 'List_20_Number' : 'List_20_Bullet'
  const out: Element[] = []
  let items: Element[] = []
  const close = (): void => {
    if (items.length > 0) out.push(listElement(node, items, out.length > 0))
    items = []
  }
  node.children.forEach((item, index) => {
    let content: Element[] = []
    let broken = false
    const shut = (): void => {
      if (content.length > 0)
        items.push(broken ? x('text:list-header', content) : listItem(node, index, content))
      content = []
    }
    for (const block of blocks(item, paragraphStyle)) {
      if (!isTable(block)) content.push(block)
      else {
        shut()
        close()
        out.push(block)
        broken = true
      }
    }
    shut()
  })
  close()
  return out
}

function listElement(node: List, items: Element[], continues: boolean): Element {
  const style = node.ordered ? 'Cahier_20_Numbers' : 'Cahier_20_Bullets'
  return x(
    'text:list',
    { 'text:style-name': style, 'text:continue-numbering': continues ? 'true' : undefined },
    items,
  )
}

function listItem({ ordered, start }: List, index: number, content: Element[]): Element {
  const begins = ordered && index === 0 && start !== null && start !== undefined && start !== 1
  return x('text:list-item', { 'text:start-value': begins ? start : undefined }, content)
}

// The caption line before a table counts as a table.
function isTable({ name, attributes }: Element): boolean {
  return name === 'table:table' || attributes['text:style-name'] === 'Table'
}
