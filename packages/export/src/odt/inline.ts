import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { isRightToLeft } from '../direction.ts'
import type { Deletion, InlineNode, Insertion, NoteCall } from '../edition/nodes.ts'
import { bookmarkOf } from './anchors.ts'
import { languageStyle } from './language.ts'
import type { BlockWriter, OdtWriter } from './odt-writer.ts'
import { keepSpaces, plain, span } from './paragraph.ts'
import { picture } from './pictures.ts'
import { trackDeletion, trackInsertion } from './tracked/track-changes.ts'

/** Inline nodes as ODF: spans, links, notes, frames. */
export function inline(nodes: readonly InlineNode[], writer: BlockWriter): ElementContent[] {
  return nodes.flatMap((node) => inOwnLanguage(oneNode(node, writer), node.data?.lang, writer.odt))
}

export function inOwnLanguage(
  content: ElementContent[],
  lang: string | undefined,
  { languages }: OdtWriter,
): ElementContent[] {
  if (lang === undefined || content.length === 0) return content
  languages.add(lang)
  return [span(languageStyle(lang), ...content)]
}

function oneNode(node: InlineNode, writer: BlockWriter): ElementContent[] {
  const children = () => ('children' in node ? inline(node.children, writer) : [])
  switch (node.type) {
    // Source line breaks become spaces.
    case 'text':
      return plain(
        node.value.replace(/(?<![ \t])[ \t]+\r?\n|\r?\n|(?<=\n)[ \t]+/g, (blanks) =>
          blanks.endsWith('\n') ? ' ' : '',
        ),
      )
    case 'emphasis':
      return [span('Emphasis', ...children())]
    case 'strong':
      return [span('Strong Emphasis', ...children())]
    case 'delete':
      return [span('Cahier Deleted', ...children())]
    case 'insertion':
    case 'deletion':
      return change(node, writer)
    case 'inlineCode':
      return [span('Source Text', code(node.value, writer))]
    case 'break':
      return [x('text:line-break')]
    case 'link':
      return [linkElement(node.url, 'Internet link', children())]
    case 'crossReference':
      return referenceTo(bookmarkOf(writer.odt, node.target), children())
    case 'noteCall':
      return noteCall(node, writer)
    case 'image':
      return picture(node, writer)
    default:
      return node.type === 'linkReference' ? children() : []
  }
}

// In right-to-left books, isolate characters keep code left-to-right. Programmes get none of these
// characters: `cahier import` would find them in an edited copy.
function code(value: string, { odt: { edition } }: BlockWriter) {
  const line = value.replace(/\n/g, ' ')
  return edition.kind === 'book' && isRightToLeft(edition.language) ? `\u2066${line}\u2069` : line
}

/** A link in a character style. A `url` such as `#name` leads to a bookmark. */
export function linkElement(url: string, style: string, content: ElementContent[]): Element {
  const attributes = {
    'xlink:type': 'simple',
    'xlink:href': url,
    'text:style-name': style,
    'text:visited-style-name': style,
  }
  return x('text:a', attributes, content)
}

/** A link to a bookmark; the content alone when `bookmark` is empty. */
export function referenceTo(bookmark: string, content: ElementContent[]): ElementContent[] {
  return bookmark === '' ? content : [linkElement(`#${bookmark}`, 'Cahier Reference', content)]
}

function change(node: Insertion | Deletion, writer: BlockWriter): ElementContent[] {
  const { changes } = writer.odt
  const by = node.data?.change
  const isDeletion = node.type === 'deletion'
  const content = inline(
    node.children,
    by !== undefined && isDeletion ? { ...writer, isDeleted: true } : writer,
  )
  if (by === undefined) return [span(isDeletion ? 'Cahier Deleted' : 'Cahier Inserted', ...content)]
  if (isDeletion) return trackDeletion(changes, by, keepSpaces(content, 'both ends'))
  const { start, end } = trackInsertion(changes, by)
  return [...start, ...content, end]
}

/**
 * Writes the note at its first call, and only its number at later calls. If a note has calls
 * outside deleted text, the first of these calls holds the note: a reference cannot lead into
 * deleted text.
 */
function noteCall(call: NoteCall, writer: BlockWriter): ElementContent[] {
  const { odt, prefix, notes, kept, inNote, isDeleted = false, noteBody } = writer
  const note = notes.find(({ id }) => id === call.note)
  if (note === undefined) return []
  const id = ['n', ...prefix, call.number].join('_')
  const number = `${call.number}`
  const isInDeleted = odt.notes.get(id)
  if (inNote && isInDeleted === undefined) {
    const wording = note.nodes.flatMap((node) =>
      node.type === 'paragraph' ? inline(node.children, writer) : [],
    )
    return [...plain(' ('), ...wording, ...plain(')')]
  }
  if (isInDeleted) return [span('Footnote anchor', number)]
  if (isInDeleted === false || (isDeleted && kept?.has(call.note))) {
    const reference = {
      'text:note-class': 'footnote',
      'text:reference-format': 'text',
      'text:ref-name': id,
    }
    return [span('Footnote anchor', x('text:note-ref', reference, number))]
  }
  odt.notes.set(id, isDeleted)
  return [
    x(
      'text:note',
      { 'text:id': id, 'text:note-class': 'footnote' },
      x('text:note-citation', { 'text:label': number }, number),
      x('text:note-body', [...noteBody(call)]),
    ),
  ]
}
