import { OBJECT } from '@cahier/prose'
import type { Element, Root } from 'xast'
import { raisedWords } from '../raised-words.ts'
import { isNumberBefore, noteWords, withoutLabel } from './note-numbers.ts'
import { elementsIn, textOf } from './odt-elements.ts'
import { IN_TEXT, type OdtPlace, type PlaceStyles, placeStylesIn } from './odt-place.ts'
import { type Format, formatsIn, linkedTo, type Run, styledAs } from './odt-runs.ts'
import { pictureSizes } from './picture-sizes.ts'

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

export interface OdtText {
  readonly paragraphs: readonly OdtParagraph[]
  readonly authors: ReadonlyMap<string, number>
}

/** Deeper than any word processor writes: a file made to exhaust a stack is refused. */
const MOST_DEEP = 200

/** The paragraphs of `content.xml` in reading order, contents tables left out, with what `styles.xml` says of their styles; `null` when it is nested beyond reason. */
export function paragraphsIn(content: Root, named: Root | null = null, sizes: ReadonlyMap<string, number> = new Map()): OdtText | null {
  const paragraphs: OdtParagraph[] = []
  const authors = new Map<string, number>()
  const styles = { formats: formatsIn(content), places: placeStylesIn(...(named === null ? [] : [named]), content), sizes }
  let tables = 0
  try {
    visit(content, { ...IN_TEXT, listStyle: '', table: null }, 0)
  } catch (error) {
    // Ours, or the stack's own.
    if (error instanceof RangeError) return null
    throw error
  }
  return { paragraphs, authors }

  function visit(node: Root | Element, around: Around, depth: number): void {
    if (depth > MOST_DEEP) throw TOO_DEEP
    let isFirst = node.type === 'element' && node.name !== 'text:list-header'
    let column = 0
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const { name } = child
      const inside = (place: Partial<Around>): void => visit(child, { ...around, ...place }, depth + 1)
      if (name === 'text:tracked-changes') countAuthors(child)
      else if (name === 'text:p' || name === 'text:h') {
        const { listStyle: _, table: __, ...place } = around
        paragraphs.push(paragraph(child, { ...place, goesOn: place.where === 'item' && !isFirst }, depth, styles))
        isFirst = false
      } else if (name === 'text:list') {
        const listStyle = child.attributes['text:style-name'] ?? around.listStyle
        const deep = around.depth + 1
        inside({ where: 'item', depth: deep, listStyle, isCounted: styles.places.isCounted(listStyle, deep) })
      } else if (name === 'text:list-item' && child.attributes['text:style-override'] != null)
        inside({ isCounted: styles.places.isCounted(child.attributes['text:style-override'], around.depth) })
      else if (name === 'table:table') inside({ ...IN_TEXT, where: 'cell', table: { rank: tables++, rows: 0 } })
      else if (name === 'table:table-row' && around.table !== null)
        inside({ cell: { table: around.table.rank, row: around.table.rows++, column: 0 } })
      else if (name === 'table:table-cell' && around.cell !== null)
        inside({ cell: { ...around.cell, column: column++, ...(isMerged(child) && { isMerged: true }) } })
      else if (name === 'table:covered-table-cell') column++
      else if (!APART.has(name)) inside({})
    }
  }

  function countAuthors(regions: Element): void {
    for (const region of elementsIn(regions, 'text:changed-region')) {
      const author = elementsIn(region, 'dc:creator').map(textOf).join('').trim()
      if (author !== '') authors.set(author, (authors.get(author) ?? 0) + 1)
    }
  }
}

function isMerged({ attributes }: Element): boolean {
  return [attributes['table:number-columns-spanned'], attributes['table:number-rows-spanned']].some((count) => Number(count ?? 1) > 1)
}

/** What a paragraph takes from the elements around it. */
interface Around extends OdtPlace {
  readonly listStyle: string
  readonly table: { readonly rank: number; rows: number } | null
}

interface Styles {
  readonly formats: ReadonlyMap<string, Format>
  readonly places: PlaceStyles
  readonly sizes: ReadonlyMap<string, number>
}

const TOO_DEEP = new RangeError('nested too deep')

/** What is no text of the document: tables that the program fills itself, declarations, forms. */
const APART: ReadonlySet<string> = new Set([
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:alphabetical-index',
  'text:bibliography',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'office:automatic-styles',
  'office:font-face-decls',
  'office:scripts',
])

function paragraph(element: Element, place: OdtPlace, from: number, { formats, places, sizes }: Styles): OdtParagraph {
  let text = ''
  const runs: Run[] = []
  const starts: Mark[] = []
  const ends: Mark[] = []
  const notes: OdtNote[] = []
  const pictures: (readonly number[])[] = []
  const comments: { text: string; author: string; on: string }[] = []
  const open = new Map<string, { at: number; comment: { on: string } }>()
  let span = ''
  let number = { after: -1, said: '', style: '' }
  inside(element, from, {})
  const level = element.name === 'text:h' ? Number(element.attributes['text:outline-level'] ?? 1) || 1 : 0
  return {
    ...place,
    // A trip through DOCX numbers headings by lists around them.
    ...(level > 0 && place.where === 'item' && { where: 'text', depth: 0, goesOn: false, isCounted: false }),
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
    if (depth > MOST_DEEP) throw TOO_DEEP
    for (const [index, child] of parent.children.entries()) {
      // White space is one space, and none where a line begins or after another (ODF 1.3, part 3, 6.1.2).
      if (child.type === 'text')
        for (const part of withoutLabel(child.value, parent.children[index - 1])
          .replace(UNSEEN, '')
          .split(/([ \t\r\n]+)/))
          add(/^[ \t\r\n]/.test(part) ? ' ' : part, format)
      else if (child.type === 'element' && !isNumberBefore(child, parent.children[index + 1])) one(child, depth + 1, format)
    }
  }

  function add(part: string, format: Format): void {
    // What Markdown has no sign for: 10⁶ would be 106.
    const said = format.raised ? raisedWords(format.raised, part) || part : part
    if (part === ' ' && (text === '' || /[ \n\t]$/.test(text))) return
    if (Object.keys(format).length > 0) runs.push({ ...format, start: text.length, end: text.length + said.length })
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
        number = { after: text.length, said: elementsIn(child, 'text:note-citation').map(textOf).join(''), style: span }
        for (const inNote of elementsIn(child, 'office:annotation')) {
          const comment = commentOf(inNote)
          if (comment.text !== '') comments.push({ ...comment, on: noteWords(child) })
        }
        break
      case 'office:annotation': {
        const comment = { ...commentOf(child), on: '' }
        if (comment.text !== '') comments.push(comment)
        open.set(attributes['office:name'] ?? '', { at: text.length, comment })
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
        else if (!SILENT.has(name)) inside(child, depth, name === 'text:a' ? linkedTo(child, format) : format)
    }
  }

  function spanned(child: Element, depth: number, format: Format): void {
    const style = child.attributes['text:style-name'] ?? ''
    const said = textOf(child)
    // A trip through RTF writes the number of a note again after it, one through DOC its digits from the second on.
    if (number.after === text.length && /^\d+$/.test(said) && (said === number.said || (style !== '' && style === number.style))) return
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
    part.type === 'element' && (part.name === 'text:p' || part.name === 'text:list') ? [textOf(part).replace(/\n$/, '')] : [],
  )
  return { text: said.join('\n').trim(), author: elementsIn(annotation, 'dc:creator').map(textOf).join('').trim() }
}
