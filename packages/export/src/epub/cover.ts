import type { Element } from 'hast'
import { toXast } from 'hast-util-to-xast'
import { h, s } from 'hastscript'
import { directionOfText, isRightToLeft } from '../direction.ts'
import type { Chapter } from '../edition/chapter.ts'
import { type Edition, editionAndDay } from '../edition/edition.ts'
import { nodesAsText } from '../edition/nodes.ts'
import { printableXml } from '../markup/printable.ts'
import { type BookPage, bookPages } from './book-page.ts'

const width = 600
const height = 900
const margin = 64
const rubric = '#92281b'

/** The cover page: the drawing, described by all its text. */
export function coverPage(edition: Edition): BookPage {
  const image = h('img', { src: bookPages.coverImage, alt: inWords(edition) })
  const body = [h('section.cover', { 'epub:type': 'cover' }, [image])]
  return { path: bookPages.cover, title: edition.words.cover, properties: [], body }
}

export function coverImage(edition: Edition): Uint8Array {
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="utf-8"?>\n${printableXml(toXast(drawing(edition), { space: 'svg' }), { closeEmptyElements: true })}`,
  )
}

function inWords(edition: Edition): string {
  const sentences = [
    edition.title || edition.name,
    edition.subtitle,
    edition.publisher,
    editionAndDay(edition),
    notice(edition),
  ]
  return sentences
    .filter(Boolean)
    .map((sentence) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ')
}

function notice(edition: Edition): string {
  return edition.draft ? edition.words.draftNotice : ''
}

function drawing(edition: Edition): Element {
  const title = edition.title || edition.name
  const size = sizeFor(title, width - 2 * margin, 400, [58, 46, 36, 28])
  const lines = linesOf(title, (width - 2 * margin) / size)
  const publisher = linesOf(edition.publisher, (width - 2 * margin) / 22)
  const top = 182 + publisher.length * 28
  const bottom = top + (lines.length - 1) * size * leading
  const under = edition.subtitle === '' ? [] : linesOf(edition.subtitle, (width - 2 * margin) / 24)
  const isMirrored = isRightToLeft(edition.language)
  const text = textOn.bind(null, isMirrored ? 'right' : 'left')
  const drawn = (...shapes: Element[]) =>
    isMirrored ? [s('g', { transform: `translate(${width}) scale(-1 1)` }, shapes)] : shapes
  const rule = bottom + 44 + under.length * 32
  return s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      fontFamily: 'Palatino, Georgia, serif',
      fill: '#1d1b18',
    },
    [
      s('title', title),
      s('rect', { width, height, fill: '#fbf7ee' }),
      ...text(publisher, 104, 21, 28),
      ...text(lines, top, size, size * leading),
      ...text(under, bottom + 52, 24, 32, { fontStyle: 'italic' }),
      ...drawn(
        s('path', { d: `M${margin} ${round(rule)}h84`, stroke: rubric, strokeWidth: 2 }),
        ...contents(edition, round(rule + 48)),
      ),
      ...text(linesOf(notice(edition), (width - 2 * margin) / 17), 786, 17, 22, {
        fontStyle: 'italic',
        fill: rubric,
      }),
      ...text([editionAndDay(edition)].filter(Boolean), height - 56, 19, 0),
    ],
  )
}

type Look = Readonly<Record<string, string | number>>

/**
 * Lines of text below one another, aligned on `side`, each in the direction of its first letter.
 */
function textOn(
  side: 'left' | 'right',
  lines: readonly string[],
  top: number,
  size: number,
  step: number,
  look: Look = {},
): Element[] {
  return lines.map((line, index) => {
    const isFromTheRight = (directionOfText(line) ?? (side === 'right' ? 'rtl' : 'ltr')) === 'rtl'
    const anchor = isFromTheRight === (side === 'right') ? {} : { textAnchor: 'end' }
    const direction = isFromTheRight ? { direction: 'rtl' } : {}
    const x = side === 'right' ? width - margin : margin
    return s(
      'text',
      { x, y: round(top + index * step), fontSize: size, ...direction, ...anchor, ...look },
      line,
    )
  })
}

/**
 * One row of squares per axis: a square per proposal, filled when adopted. For a book, one line per
 * chapter, as long as its text.
 */
function contents(edition: Edition, top: number): Element[] {
  const { chapters } = edition
  return chapters.some((chapter) => chapter.measures.length > 0)
    ? squares(chapters, top)
    : strokes(chapters, top)
}

function squares(all: readonly Chapter[], top: number): Element[] {
  const chapters = all.filter((chapter) => chapter.measures.length > 0)
  const longest = Math.max(1, ...chapters.map((chapter) => chapter.measures.length))
  const step = Math.min(
    46,
    (width - 2 * margin) / longest,
    (750 - top) / Math.max(1, chapters.length),
  )
  if (step < 4) return []
  const side = round(step * 0.62)
  return chapters.flatMap((chapter, row) =>
    chapter.measures.map((measure, column) => {
      const settled = measure.status.startsWith('adopted') || measure.status === 'changed'
      return s('rect', {
        x: round(margin + column * step),
        y: round(top + row * step),
        width: side,
        height: side,
        stroke: rubric,
        strokeWidth: 1.5,
        fill: settled ? rubric : 'none',
      })
    }),
  )
}

function strokes(chapters: readonly Chapter[], top: number): Element[] {
  const lengths = chapters.map((chapter) => nodesAsText(chapter.introduction).length)
  const longest = Math.max(1, ...lengths)
  const step = Math.min(18, (750 - top) / Math.max(1, chapters.length))
  if (step < 3) return []
  return lengths.map((length, row) =>
    s('path', {
      d: `M${margin} ${round(top + row * step)}h${round(Math.max(4, ((width - 2 * margin) * length) / longest))}`,
      stroke: rubric,
      strokeWidth: round(Math.min(3, step / 3)),
    }),
  )
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}

/**
 * Cuts a text at spaces into lines of at most `width` ems, since SVG does not wrap. Letters are as
 * wide as in the widest usual roman font.
 */
function linesOf(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && ems(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

/** The first of `sizes`, in decreasing order, that fits the block; else the last. */
function sizeFor(text: string, width: number, height: number, sizes: readonly number[]): number {
  const fits = (size: number) => {
    const lines = linesOf(text, width / size)
    return (
      lines.length * size * leading <= height && lines.every((line) => ems(line) * size <= width)
    )
  }
  return sizes.find(fits) ?? sizes.at(-1) ?? 0
}

/** The line height, in ems. */
const leading = 1.16

function ems(text: string): number {
  let sum = 0
  for (const letter of text)
    sum += /[mwMW\u0153\u0152]/.test(letter)
      ? 0.95
      : /[\p{Lu}]/u.test(letter)
        ? 0.76
        : /[iljtf.,;:’'!\s]/.test(letter)
          ? 0.36
          : 0.6
  return sum
}
