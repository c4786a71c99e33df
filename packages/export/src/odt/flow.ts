import type { Code, Heading, List, Paragraph, PhrasingContent, Table } from 'mdast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import { type FlowNode, loneImage } from '../edition/nodes.ts'
import { headingKey } from './anchors.ts'
import { inline, inOwnLanguage } from './inline.ts'
import type { BlockWriter, OdtWriter, Scope } from './odt-writer.ts'
import { hangingNumber, leadingNumber, paragraph } from './paragraph.ts'
import { figure, holdsWidePicture, picture } from './pictures.ts'
import { raggedStyle } from './styles/derived-styles.ts'
import { LIST_STEP } from './styles/styles.ts'
import { tableElements } from './table.ts'
import { insertAfter } from './tracked/track-changes.ts'

interface Surroundings {
  readonly kind: 'text' | 'quotation' | 'item' | 'note'
  readonly styles: readonly [plain: string, numbered: string]
  /** Empty except for the first block of a list item. */
  readonly itemNumber: string
}

const IN_TEXT: Surroundings = {
  kind: 'text',
  styles: ['Text body', 'Cahier Numbered Text'],
  itemNumber: '',
}
const QUOTED = ['Quotations', 'Cahier Numbered Quotation'] as const
const IN_NOTE: Surroundings = { kind: 'note', styles: ['Footnote', 'Footnote'], itemNumber: '' }
const NOTE_CONTINUED = 'Cahier Footnote Continued'

/** Writes Markdown blocks as ODF elements, each with a bookmark name. */
export function flow(nodes: readonly FlowNode[], odt: OdtWriter, scope: Scope): Element[] {
  return blocks(nodes, IN_TEXT, writerOf(odt, scope))
}

/** Adds to a scope (a text with its notes) what is needed to write the text. */
export function writerOf(odt: OdtWriter, scope: Scope): BlockWriter {
  const writer = { ...scope, odt, noteBody: () => [], inNote: false, unranked: ['block'] }
  return {
    ...writer,
    noteBody: ({ note, number }) => {
      const nodes = scope.notes.find(({ id }) => id === note)?.nodes ?? []
      return blocks(nodes, IN_NOTE, { ...writer, inNote: true, unranked: ['note', number] })
    },
  }
}

function blocks(nodes: readonly FlowNode[], around: Surroundings, writer: BlockWriter): Element[] {
  const levelOf = headingLevels(nodes, writer)
  const written: Element[] = []
  let here = around
  for (const node of nodes) {
    const added = node.type === 'paragraph' ? node.data?.change : undefined
    const elements = block(node, here, levelOf, writer)
    if (added === undefined) written.push(...elements)
    else insertAfter(written, elements, added, writer.odt.changes)
    here = { ...around, ...(around.kind === 'note' && GOING_ON), itemNumber: '' }
  }
  return written
}

const GOING_ON = { styles: [NOTE_CONTINUED, NOTE_CONTINUED] } as const

function block(
  node: FlowNode,
  here: Surroundings,
  levelOf: (heading: Heading) => number,
  writer: BlockWriter,
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
      return list(node, here, narrower(writer, LIST_STEP))
    case 'blockquote':
      return blocks(
        node.children,
        here.kind === 'text' ? { ...here, kind: 'quotation', styles: QUOTED } : here,
        narrower(writer, 1.6),
      )
    case 'code':
      return [code(node, here, writer)]
    case 'table':
      return here.kind === 'note'
        ? rowsOf(node).map((row) => textParagraph(row, here, writer))
        : tableElements(node, nameOf(node, writer), writer)
    case 'thematicBreak':
      return [x('text:p', { 'text:style-name': 'Horizontal Line', 'xml:id': nameOf(node, writer) })]
    default:
      return []
  }
}

/** The writer for blocks indented by `by` centimetres more. */
function narrower(writer: BlockWriter, by: number): BlockWriter {
  return { ...writer, inset: (writer.inset ?? 0) + by }
}

function textParagraph(
  node: Paragraph | Heading,
  { kind, styles: [style, numbered], itemNumber }: Surroundings,
  writer: BlockWriter,
): Element {
  const number = node.data?.number ?? itemNumber
  const name = nameOf(node, writer)
  const image = loneImage(node)
  const text = image === undefined ? wordsOf(node, writer) : picture(image, writer, true)
  const own = number === '' ? style : numbered
  const isRagged = image === undefined && holdsWidePicture(text, writer.odt.sheet)
  const before = kind === 'item' ? leadingNumber : hangingNumber
  return paragraph({
    style: isRagged ? raggedStyle(own) : own,
    name,
    before: before(number, writer.mark),
    text,
  })
}

// LibreOffice shows no table in a note: each row becomes a paragraph.
function rowsOf({ children, data }: Table): readonly Paragraph[] {
  return children.map((row) => {
    const cells = row.children.flatMap((cell, column): PhrasingContent[] => [
      ...(column === 0 ? [] : [{ type: 'text' as const, value: ' | ' }]),
      ...cell.children,
    ])
    return { type: 'paragraph', children: cells, ...(data && { data }) }
  })
}

// Returns a function that gives heading levels without gaps: from 4 in a proposal, from 2 in a
// chapter.
function headingLevels(
  nodes: readonly FlowNode[],
  { prefix }: Scope,
): (heading: Heading) => number {
  const under = prefix[0] === 'b' ? 3 : 1
  const depths = nodes.flatMap((node) => (node.type === 'heading' ? node.depth : []))
  const highest = Math.min(...new Set(depths))
  let last = under
  return ({ depth }) => {
    last = Math.min(7, under + 1 + depth - highest, last + 1)
    return last
  }
}

function heading(node: Heading, level: number, writer: BlockWriter) {
  // The style `Heading 2` is only for proposals, which have a number in the margin.
  const style = level === 2 ? 'Cahier Section of Introduction' : `Heading ${level}`
  return paragraph({ style, level, name: nameOf(node, writer), text: wordsOf(node, writer) })
}

function wordsOf({ children, data }: Paragraph | Heading, writer: BlockWriter) {
  return inOwnLanguage(inline(children, writer), data?.lang, writer.odt)
}

function code(node: Code, { kind, itemNumber }: Surroundings, writer: BlockWriter) {
  const number = node.data?.number ?? itemNumber
  const hangs = kind === 'text' && number !== ''
  return paragraph({
    style: hangs ? 'Cahier Numbered Code' : 'Preformatted Text',
    name: nameOf(node, writer),
    before: (hangs ? hangingNumber : leadingNumber)(number, writer.mark),
    text: node.value.replace(/\n+$/, ''),
  })
}

// The name contains the block's rank in the source, to find the block in an edited copy.
function nameOf({ data = {} }: FlowNode, { odt, prefix, unranked }: BlockWriter) {
  const known = data.id === undefined ? undefined : odt.targets.get(headingKey(data.id))
  if (known !== undefined) return known
  const rank = data.ordinal === undefined ? unranked : [data.ordinal]
  return odt.anchors(...prefix, ...rank, ...(data.change === undefined ? [] : ['new']))
}

// ODF allows no table in a list: the list ends, and continues after the table.
function list({ children, ordered, start }: List, { kind }: Surroundings, writer: BlockWriter) {
  const style = kind === 'note' ? NOTE_CONTINUED : ordered ? 'List Number' : 'List Bullet'
  const out: Element[] = []
  let items: Element[] = []
  const close = () => {
    const attributes = {
      'text:style-name': ordered ? 'Cahier Numbers' : 'Cahier Bullets',
      'text:continue-numbering': out.length > 0 ? 'true' : undefined,
    }
    if (items.length > 0) out.push(x('text:list', attributes, items))
    items = []
  }
  children.forEach((item, index) => {
    const first = ordered && index === 0 && start !== 1 ? start : undefined
    let holder = x('text:list-item', { 'text:start-value': first })
    const here = { styles: [style, style], itemNumber: item.data?.number ?? '' } as const
    for (const element of blocks(item.children, { ...here, kind: 'item' }, writer))
      if (isTable(element)) {
        close()
        out.push(element)
        holder = x('text:list-header')
      } else {
        if (holder.children.length === 0) items.push(holder)
        holder.children.push(element)
      }
  })
  close()
  return out
}

// The caption line before a table counts as a table.
function isTable({ name, attributes }: Element) {
  return name === 'table:table' || attributes['text:style-name'] === 'Table'
}
