import { OBJECT } from '@cahier/prose'
import type { Element } from 'xast'
import { raisedWords } from '../../raised-words.ts'
import { elementsIn, refuseTooDeep, textOf } from './odt-elements.ts'
import type { OdtPlace, PlaceStyles } from './odt-place.ts'
import { type Format, linkedTo, type Run, styledAs } from './odt-runs.ts'

/** A paragraph or heading of a document, as it reads with every recorded change accepted. */
export interface OdtParagraph extends OdtPlace {
  /** A note, a picture or a formula is `OBJECT`; a line break `\n`, a tab `\t`. */
  readonly text: string
  /** Its `xml:id`; `''` when it has none. */
  readonly id: string
  /** Bookmarks that begin here, in order: UTF-16 offset in `text`. */
  readonly starts: readonly Mark[]
  /** Bookmarks that end here. */
  readonly ends: readonly Mark[]
  readonly comments: readonly OdtComment[]
  /** The notes called here, in order. */
  readonly notes: readonly OdtNote[]
  /** Its words that are in bold, in italics or in a link, in order. */
  readonly runs: readonly Run[]
  /** Of each of its pictures, how many bytes it has, or the one that stands in for it. */
  readonly pictures: readonly (readonly number[])[]
}

/** A name at a place of a paragraph: where a bookmark begins or ends, where a block begins. */
export interface Mark {
  readonly name: string
  readonly at: number
}

/** What a note says, and where it is called: UTF-16 offset in the text of its paragraph. */
export interface OdtNote {
  readonly at: number
  readonly text: string
}

export interface OdtComment {
  readonly text: string
  readonly author: string
  /** The words it is on; `''` when it is on a point. */
  readonly on: string
}

/** What a document says of its styles, and how many bytes its pictures have. */
export interface Styles {
  readonly formats: ReadonlyMap<string, Format>
  readonly places: PlaceStyles
  readonly sizes: ReadonlyMap<string, number>
}

/** Reads a paragraph, or a heading, that stands at this place, so deep in the document. */
export function odtParagraph(
  element: Element,
  place: OdtPlace,
  from: number,
  { formats, places, sizes }: Styles,
): OdtParagraph {
  let text = ''
  const runs: Run[] = []
  const starts: Mark[] = []
  const ends: Mark[] = []
  const notes: OdtNote[] = []
  const pictures: (readonly number[])[] = []
  const comments: { text: string; author: string; on: string }[] = []
  const open = new Map<string, { at: number; comment: { on: string } }>()
  const replies: { comment: { on: string }; to: string }[] = []
  let span = ''
  let number = { after: -1, said: '', style: '' }
  inside(element, from, {})
  // A reply is put at a point, and is about what it replies to.
  for (const { comment, to } of replies) comment.on ||= open.get(to)?.comment.on ?? ''
  const level =
    element.name === 'text:h' ? Number(element.attributes['text:outline-level'] ?? 1) || 1 : 0
  return {
    ...place,
    // A trip through DOCX numbers headings by lists around them.
    ...(level > 0 &&
      place.where === 'item' && { where: 'text', depth: 0, goesOn: false, isCounted: false }),
    level,
    isQuoted: places.isQuotation(element.attributes['text:style-name'] ?? ''),
    // A row put into a table has a stray joiner.
    text: place.where === 'cell' ? text.replace(/^\u200D|\u200D$/g, '') : text,
    runs,
    id: element.attributes['xml:id'] ?? '',
    starts,
    ends,
    comments,
    notes,
    pictures,
  }

  function inside(parent: Element, depth: number, format: Format): void {
    refuseTooDeep(depth)
    for (const [index, child] of parent.children.entries()) {
      // White space is one space, and none where a line begins or after another (ODF 1.3, part 3,
      // 6.1.2).
      if (child.type === 'text')
        for (const part of withoutLabel(child.value, parent.children[index - 1])
          .replace(UNSEEN, '')
          .split(/([ \t\r\n]+)/))
          add(/^[ \t\r\n]/.test(part) ? ' ' : part, format)
      else if (child.type === 'element' && !isNumberBefore(child, parent.children[index + 1]))
        one(child, depth + 1, format)
    }
  }

  function add(part: string, format: Format): void {
    // What Markdown has no sign for: 10⁶ would be 106.
    const said = format.raised ? raisedWords(format.raised, part) || part : part
    if (part === ' ' && (text === '' || /[ \n\t]$/.test(text))) return
    if (Object.keys(format).length > 0)
      runs.push({ ...format, start: text.length, end: text.length + said.length })
    text += said
  }

  function one(child: Element, depth: number, format: Format): void {
    const { name, attributes } = child
    const named = attributes['text:name'] ?? ''
    switch (name) {
      case 'text:s':
        text += ' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 1000))
        break
      case 'text:tab':
        text += '\t'
        break
      case 'text:line-break':
        text += '\n'
        break
      case 'text:bookmark-start':
        starts.push({ name: named, at: text.length })
        break
      case 'text:bookmark-end':
        ends.push({ name: named, at: text.length })
        break
      case 'text:bookmark':
        starts.push({ name: named, at: text.length })
        ends.push({ name: named, at: text.length })
        break
      case 'text:note':
        notes.push({ at: text.length, text: noteWords(child) })
        text += OBJECT
        number = {
          after: text.length,
          said: elementsIn(child, 'text:note-citation').map(textOf).join(''),
          style: span,
        }
        for (const inNote of elementsIn(child, 'office:annotation')) {
          const comment = commentOf(inNote)
          if (comment.text !== '') comments.push({ ...comment, on: noteWords(child) })
        }
        break
      case 'office:annotation': {
        const comment = { ...commentOf(child), on: '' }
        if (comment.text !== '') comments.push(comment)
        open.set(attributes['office:name'] ?? '', { at: text.length, comment })
        if (attributes['loext:parent-name'] != null)
          replies.push({ comment, to: attributes['loext:parent-name'] })
        break
      }
      case 'office:annotation-end': {
        const begun = open.get(attributes['office:name'] ?? '')
        if (begun !== undefined) begun.comment.on = text.slice(begun.at)
        break
      }
      case 'draw:frame':
      case 'draw:a':
        pictures.push(pictureSizes(child, sizes))
        text += OBJECT
        break
      case 'text:note-ref':
      case 'draw:custom-shape':
      case 'draw:line':
        text += OBJECT
        break
      case 'text:ruby':
        for (const base of elementsIn(child, 'text:ruby-base')) inside(base, depth, format)
        break
      default:
        if (name === 'text:span') spanned(child, depth, format)
        else if (!SILENT.has(name))
          inside(child, depth, name === 'text:a' ? linkedTo(child, format) : format)
    }
  }

  function spanned(child: Element, depth: number, format: Format): void {
    const style = child.attributes['text:style-name'] ?? ''
    const said = textOf(child)
    // A trip through RTF writes the number of a note again after it, one through DOC its digits
    // from the second on.
    if (
      number.after === text.length &&
      /^\d+$/.test(said) &&
      (said === number.said || (style !== '' && style === number.style))
    )
      return
    const around = span
    span = style
    inside(child, depth, styledAs(child, format, formats))
    span = around
  }
}

/** In a paragraph: places, and what is shown nowhere. */
const SILENT: ReadonlySet<string> = new Set([
  'text:note-citation',
  'office:event-listeners',
  'text:script',
  'text:toc-mark',
  'text:alphabetical-index-mark',
])

/** Signs that nobody sees nor types: what digests leave out. */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/g

function commentOf(annotation: Element): Omit<OdtComment, 'on'> {
  const said = annotation.children.flatMap((part) =>
    part.type === 'element' && (part.name === 'text:p' || part.name === 'text:list')
      ? [textOf(part).replace(/\n$/, '')]
      : [],
  )
  const [creator] = elementsIn(annotation, 'dc:creator')
  return {
    text: said.join('\n').trim(),
    author: creator === undefined ? '' : textOf(creator).trim(),
  }
}

/**
 * Whether a span is the number that a note had: in a cell, a trip through RTF writes it before the
 * note, and as its first word.
 */
function isNumberBefore(span: Element, note: Element['children'][number] | undefined): boolean {
  if (span.name !== 'text:span' || note?.type !== 'element' || note.name !== 'text:note')
    return false
  const said = textOf(span).trim()
  const [first] = elementsIn(note, 'text:note-body').flatMap((body) =>
    elementsIn(body, 'text:span'),
  )
  return /^\d+$/.test(said) && first !== undefined && textOf(first).trim() === said
}

/**
 * A text without the number of the note before it: a trip through DOCX writes it a second time
 * after the note, from ten on.
 */
function withoutLabel(text: string, before: Element['children'][number] | undefined): string {
  if (before?.type !== 'element' || before.name !== 'text:note') return text
  const label = elementsIn(before, 'text:note-citation')[0]?.attributes['text:label'] ?? ''
  return /^\d+$/.test(label) && text.startsWith(label) ? text.slice(label.length) : text
}

/** What a note says. A trip through another format puts its number among its words. */
function noteWords(note: Element): string {
  const said = elementsIn(note, 'text:note-body').map(textOf).join(' ')
  return said
    .replace(/\s+/g, ' ')
    .replace(/^ ?\d+(?=\D)/, '')
    .trim()
}

/**
 * How many bytes each picture of a frame has: the same one has as many, whichever office saved it.
 * None for a drawing, which offices turn into a picture of their own. `sizes` are those of the
 * files of the document, by name.
 */
function pictureSizes(frame: Element, sizes: ReadonlyMap<string, number>): readonly number[] {
  const images = elementsIn(frame, 'draw:image')
  const names = images.map(({ attributes }) =>
    (attributes['xlink:href'] ?? '').replace(/^\.\//, ''),
  )
  if (names.some((name) => name.endsWith('.svg'))) return []
  return images.flatMap((image, index) => {
    const [inside] = elementsIn(image, 'office:binary-data')
    return inside === undefined
      ? (sizes.get(names[index] as string) ?? [])
      : Buffer.from(textOf(inside), 'base64').length
  })
}

/**
 * Whether a picture of a block is no longer one of those that were printed, by their sizes. Where
 * one of them is a drawing, whatever stands there may come from it.
 */
export function hasOtherPicture(
  before: readonly (readonly number[])[],
  now: readonly (readonly number[])[],
  printed: ReadonlySet<number>,
): boolean {
  if (before.length === 0 || before.some((sizes) => sizes.length === 0)) return false
  return now.some((sizes) => sizes.length > 0 && !sizes.some((size) => printed.has(size)))
}
