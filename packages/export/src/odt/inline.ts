import type { Image } from 'mdast'
import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import type { InlineNode, NoteCall } from '../edition.ts'
import { bookmarkOf, type Desk, type Scope } from './desk.ts'
import { languageStyle } from './foreign-words.ts'
import { frame } from './frame.ts'
import { plain, span } from './paragraph.ts'

/** Writes the text of one block. `noteBody` gives the paragraphs of a note of the scope. */
export interface InlineWriter {
  readonly desk: Desk
  readonly scope: Scope
  readonly noteBody: (call: NoteCall) => readonly Element[]
  /** Inside a note there are no notes: what they say stands in brackets. */
  readonly inNote: boolean
  /** What names a block that has no rank in the source file, after the prefix of the scope. */
  readonly unranked: readonly (string | number)[]
}

/** The content of a paragraph: named spans, links, notes, frames. White space is as in the edition, line feeds of the source are spaces. */
export function inline(nodes: readonly InlineNode[], writer: InlineWriter): ElementContent[] {
  return nodes.flatMap((node) => {
    const content = oneNode(node, writer)
    return node.data?.lang === undefined ? content : [span(languageStyle(node.data.lang), ...content)]
  })
}

function oneNode(node: InlineNode, writer: InlineWriter): ElementContent[] {
  switch (node.type) {
    case 'text':
      return plain(node.value.replace(/[ \t]*\r?\n[ \t]*/g, ' '))
    case 'emphasis':
      return [span('Emphasis', ...inline(node.children, writer))]
    case 'strong':
      return [span('Strong_20_Emphasis', ...inline(node.children, writer))]
    case 'delete':
      return [span('Cahier_20_Deleted', ...inline(node.children, writer))]
    case 'inlineCode':
      return [span('Source_20_Text', node.value.replace(/\n/g, ' '))]
    case 'break':
      return [x('text:line-break')]
    case 'link':
      return [link(node.url, 'Internet_20_link', inline(node.children, writer))]
    case 'crossReference': {
      const name = bookmarkOf(writer.desk, node.target)
      const label = inline(node.children, writer)
      return name === '' ? label : [link(`#${name}`, 'Cahier_20_Reference', label)]
    }
    case 'noteCall':
      return noteCall(node, writer)
    case 'image':
      return image(node, writer)
    case 'linkReference':
      return inline(node.children, writer)
    default:
      return []
  }
}

/** A link in a character style; `#name` leads to a bookmark. */
export function link(url: string, style: string, content: readonly ElementContent[]): Element {
  const attributes = { 'xlink:type': 'simple', 'xlink:href': url, 'text:style-name': style, 'text:visited-style-name': style }
  return x('text:a', attributes, [...content])
}

function noteCall(call: NoteCall, writer: InlineWriter): ElementContent[] {
  const { desk, scope } = writer
  const note = scope.notes.find(({ id }) => id === call.note)
  if (note === undefined) return []
  if (!writer.inNote || desk.footnotes.wasCalled(call, scope)) return [desk.footnotes.call(call, scope, () => writer.noteBody(call))]
  const said = note.nodes.flatMap((node) => (node.type === 'paragraph' ? inline(node.children, writer) : []))
  return [...plain(' ('), ...said, ...plain(')')]
}

function image({ url, alt, title }: Image, { desk }: InlineWriter): ElementContent[] {
  const picture = desk.pictures.put(url)
  const words = alt ?? ''
  return picture === null ? plain(words) : [frame(picture, title ?? '', words === '' ? (title ?? '') : words)]
}
