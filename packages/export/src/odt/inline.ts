import type { Image } from 'mdast'
import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { isRightToLeft } from '../direction.ts'
import type { Deletion, InlineNode, Insertion, NoteCall } from '../edition/nodes.ts'
import { bookmarkOf } from './anchors.ts'
import { languageStyle } from './language.ts'
import type { OdtWriter, Scope } from './odt-writer.ts'
import { keepSpaces, plain, span } from './paragraph.ts'
import { frame } from './pictures.ts'

/** The block that contains inline nodes. */
export interface InlineWriter {
  readonly odt: OdtWriter
  readonly scope: Scope
  /** The paragraphs of a note. */
  readonly noteBody: (call: NoteCall) => readonly Element[]
  /** Notes cannot be nested: inside a note they are written in brackets. */
  readonly inNote: boolean
  readonly isDeleted?: boolean
  /** The indent of the lists and quotations around, in centimetres. */
  readonly inset?: number
  /** The end of the block name when the source has no rank for it. */
  readonly unranked: readonly (string | number)[]
}

/** Inline nodes as ODF: spans, links, notes, frames. */
export function inline(nodes: readonly InlineNode[], writer: InlineWriter): ElementContent[] {
  return nodes.flatMap((node) => inOwnLanguage(oneNode(node, writer), node.data?.lang))
}

export function inOwnLanguage(
  content: readonly ElementContent[],
  lang: string | undefined,
): readonly ElementContent[] {
  return lang === undefined || content.length === 0
    ? content
    : [span(languageStyle(lang), ...content)]
}

function oneNode(node: InlineNode, writer: InlineWriter): ElementContent[] {
  switch (node.type) {
    case 'text':
      return plain(
        node.value.replace(/(?<![ \t])[ \t]+\r?\n|\r?\n|(?<=\n)[ \t]+/g, (blanks) =>
          blanks.endsWith('\n') ? ' ' : '',
        ),
      )
    case 'emphasis':
      return [span('Emphasis', ...inline(node.children, writer))]
    case 'strong':
      return [span('Strong_20_Emphasis', ...inline(node.children, writer))]
    case 'delete':
      return [span('Cahier_20_Deleted', ...inline(node.children, writer))]
    case 'insertion':
    case 'deletion':
      return change(node, writer)
    case 'inlineCode':
      return [span('Source_20_Text', code(node.value, writer))]
    case 'break':
      return [x('text:line-break')]
    case 'link':
      return [linkElement(node.url, 'Internet_20_link', inline(node.children, writer))]
    case 'crossReference': {
      const name = bookmarkOf(writer.odt, node.target)
      const label = inline(node.children, writer)
      return name === '' ? label : [linkElement(`#${name}`, 'Cahier_20_Reference', label)]
    }
    case 'noteCall':
      return noteCall(node, writer)
    case 'image':
      return picture(node, writer)
    case 'linkReference':
      return inline(node.children, writer)
    default:
      return []
  }
}

// In right-to-left books, code is marked as left-to-right. Not in programmes, whose edited copies
// are read back.
function code(value: string, { odt: { edition } }: InlineWriter): string {
  const line = value.replace(/\n/g, ' ')
  return edition.kind === 'book' && isRightToLeft(edition.language) ? `\u2066${line}\u2069` : line
}

/** A picture, or its alternative text when it cannot be shown. */
export function picture(
  { url, alt, title }: Image,
  { odt, inset = 0 }: InlineWriter,
  isAlone = false,
): ElementContent[] {
  const shown = odt.pictures.put(url)
  const words = alt ?? ''
  if (shown === null) return plain(words)
  // ODF 1.3 requires a description of every picture.
  return [
    frame(
      shown,
      title ?? '',
      words || title || odt.edition.words.image,
      { ...odt.sheet, measure: Math.max(odt.sheet.measure - inset, 2) },
      isAlone,
    ),
  ]
}

/** A link in a character style; `#name` leads to a bookmark. */
export function linkElement(
  url: string,
  style: string,
  content: readonly ElementContent[],
): Element {
  const attributes = {
    'xlink:type': 'simple',
    'xlink:href': url,
    'text:style-name': style,
    'text:visited-style-name': style,
  }
  return x('text:a', attributes, [...content])
}

// A tracked change, or only a styled span in a list of amendments.
function change(node: Insertion | Deletion, writer: InlineWriter): ElementContent[] {
  const { changes } = writer.odt
  const by = node.data?.change
  const content = inline(
    node.children,
    by !== undefined && node.type === 'deletion' ? { ...writer, isDeleted: true } : writer,
  )
  if (by === undefined)
    return [
      span(node.type === 'insertion' ? 'Cahier_20_Inserted' : 'Cahier_20_Deleted', ...content),
    ]
  if (node.type === 'deletion') return [...changes.deletion(by, keepSpaces(content, 'both ends'))]
  const { start, end } = changes.insertion(by)
  return [...start, ...content, end]
}

function noteCall(call: NoteCall, writer: InlineWriter): ElementContent[] {
  const { odt, scope } = writer
  const note = scope.notes.find(({ id }) => id === call.note)
  if (note === undefined) return []
  if (!writer.inNote || odt.footnotes.wasCalled(call, scope))
    return [odt.footnotes.call(call, scope, writer.isDeleted === true, () => writer.noteBody(call))]
  const wording = note.nodes.flatMap((node) =>
    node.type === 'paragraph' ? inline(node.children, writer) : [],
  )
  return [...plain(' ('), ...wording, ...plain(')')]
}
