import { OBJECT } from '@cahier/prose'
import type { Element } from 'xast'
import { inSuperOrSubscript } from '../../super-and-subscript.ts'
import { elementsIn, elementText, refuseTooDeep } from './odt-elements.ts'
import type { DocumentStyles, Format, OdtPlace, Run } from './odt-styles.ts'

/** A paragraph or heading, with every tracked change accepted. */
export interface OdtParagraph extends OdtPlace {
  /** Notes, pictures and formulas are `OBJECT`, line breaks `\n`, tabs `\t`. */
  readonly text: string
  /** The `xml:id`; empty if none. */
  readonly id: string
  readonly starts: readonly OdtMark[]
  readonly ends: readonly OdtMark[]
  readonly comments: readonly OdtComment[]
  readonly notes: readonly { readonly at: number; readonly text: string }[]
  readonly runs: readonly Run[]
  /** For each picture, the sizes in bytes of its file and of its fallback image. */
  readonly pictures: readonly (readonly number[])[]
}

/**
 * The start or end of a bookmark, at a UTF-16 offset of its paragraph. A bookmark may name a block.
 */
export interface OdtMark {
  readonly name: string
  readonly at: number
}

export interface OdtComment {
  readonly text: string
  readonly author: string
  /** The words that the comment covers; empty for a comment at a point. */
  readonly on: string
}

/**
 * Reads a paragraph or heading. `from` is the depth of the element in the XML tree. `sizes` are the
 * sizes of files, in bytes.
 */
export function odtParagraph(
  element: Element,
  place: OdtPlace,
  from: number,
  { formatOf, isQuotation }: DocumentStyles,
  sizes: ReadonlyMap<string, number>,
): OdtParagraph {
  let text = ''
  const runs: Run[] = []
  const starts: OdtMark[] = []
  const ends: OdtMark[] = []
  const notes: { at: number; text: string }[] = []
  const pictures: (readonly number[])[] = []
  const comments: { text: string; author: string; on: string }[] = []
  const open = new Map<string, { at: number; comment: { on: string } }>()
  const replies: { comment: { on: string }; to: string }[] = []
  readChildren(element, from, {})
  // A reply is about the words of the comment it replies to.
  for (const { comment, to } of replies) comment.on ||= open.get(to)?.comment.on ?? ''
  const level =
    element.name === 'text:h' ? Number(element.attributes['text:outline-level'] ?? 1) || 1 : 0
  return {
    ...place,
    // DOCX puts numbered headings in lists: ignore these lists.
    ...(level > 0 && { depth: 0, goesOn: false, isCounted: false }),
    level,
    isQuoted: isQuotation(element.attributes['text:style-name'] ?? ''),
    // LibreOffice adds a zero-width joiner to the cells of an inserted row.
    text: place.cell === null ? text : text.replace(/^\u200D|\u200D$/g, ''),
    runs,
    id: element.attributes['xml:id'] ?? '',
    starts,
    ends,
    comments,
    notes,
    pictures,
  }

  function readChildren(parent: Element, depth: number, format: Format) {
    refuseTooDeep(depth)
    for (const [index, child] of parent.children.entries()) {
      // White space is folded as in ODF 1.3, part 3, 6.1.2.
      if (child.type === 'text')
        for (const part of withoutLabel(child.value, parent.children[index - 1])
          .replace(UNSEEN, '')
          .split(/([ \t\r\n]+)/))
          addText(/^[ \t\r\n]/.test(part) ? ' ' : part, format)
      else if (child.type === 'element') readElement(child, depth + 1, format)
    }
  }

  function addComment(annotation: Element, on: string) {
    const comment = { ...commentOf(annotation), on }
    if (comment.text !== '') comments.push(comment)
    return comment
  }

  function addText(part: string, format: Format) {
    // Markdown has no superscripts: 10⁶ would read 106.
    const wording = format.raised ? inSuperOrSubscript(format.raised, part) || part : part
    if (part === ' ' && (text === '' || /[ \n\t]$/.test(text))) return
    if (Object.keys(format).length > 0)
      runs.push({ ...format, start: text.length, end: text.length + wording.length })
    text += wording
  }

  function readElement(child: Element, depth: number, format: Format) {
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
      case 'text:bookmark-end':
      case 'text:bookmark':
        if (name !== 'text:bookmark-end') starts.push({ name: named, at: text.length })
        if (name !== 'text:bookmark-start') ends.push({ name: named, at: text.length })
        break
      case 'text:note': {
        const words = noteWords(child)
        notes.push({ at: text.length, text: words })
        text += OBJECT
        for (const inNote of elementsIn(child, 'office:annotation')) addComment(inNote, words)
        break
      }
      case 'office:annotation': {
        const comment = addComment(child, '')
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
        for (const base of elementsIn(child, 'text:ruby-base')) readChildren(base, depth, format)
        break
      default:
        if (!SILENT.has(name)) readChildren(child, depth, formatOf(child, format))
    }
  }
}

const SILENT: ReadonlySet<string> = new Set([
  'text:note-citation',
  'office:event-listeners',
  'text:script',
  'text:toc-mark',
  'text:alphabetical-index-mark',
])

/** Invisible characters, which digests ignore. */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/g

function commentOf(annotation: Element): Omit<OdtComment, 'on'> {
  const wording = annotation.children.flatMap((part) =>
    part.type === 'element' && (part.name === 'text:p' || part.name === 'text:list')
      ? elementText(part).replace(/\n$/, '')
      : [],
  )
  const author = elementsIn(annotation, 'dc:creator').slice(0, 1).map(elementText).join('')
  return { text: wording.join('\n').trim(), author: author.trim() }
}

/**
 * Removes the number of a note where the text repeats it after the note. DOCX repeats numbers from
 * 10 on.
 */
function withoutLabel(text: string, before: Element['children'][number] | undefined) {
  if (before?.type !== 'element' || before.name !== 'text:note') return text
  const label = elementsIn(before, 'text:note-citation')[0]?.attributes['text:label'] ?? ''
  return /^\d+$/.test(label) && text.startsWith(label) ? text.slice(label.length) : text
}

/** The text of a note, without the number that some formats add. */
function noteWords(note: Element) {
  return elementsIn(note, 'text:note-body')
    .map(elementText)
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/^ ?\d+(?=\D)/, '')
    .trim()
}

/** The sizes in bytes that identify a picture; empty for SVG, which programs convert. */
function pictureSizes(frame: Element, sizes: ReadonlyMap<string, number>): readonly number[] {
  const images = elementsIn(frame, 'draw:image').map((image) => ({
    name: (image.attributes['xlink:href'] ?? '').replace(/^\.\//, ''),
    inside: elementsIn(image, 'office:binary-data')[0],
  }))
  if (images.some(({ name }) => name.endsWith('.svg'))) return []
  return images.flatMap(({ name, inside }) =>
    inside === undefined
      ? (sizes.get(name) ?? [])
      : Buffer.from(elementText(inside), 'base64').length,
  )
}
