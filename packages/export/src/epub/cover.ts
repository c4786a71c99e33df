import type { Element } from 'hast'
import { toXast } from 'hast-util-to-xast'
import { h, s } from 'hastscript'
import { directionOfText, isRightToLeft } from '../direction.ts'
import { type Chapter, type Edition, editionAndDay, nodesAsText } from '../edition/edition.ts'
import { printableXml } from '../markup/printable.ts'
import { wrapped } from '../text/page.ts'
import { type BookPage, bookPaths } from './book-page.ts'

const width = 600
const height = 900
const margin = 64
const inner = width - 2 * margin
const rubric = '#92281b'

/** The cover page: the image, with its words as alternative text. */
export function coverPage(edition: Edition): BookPage {
  const image = h('img', { src: bookPaths.coverImage, alt: inWords(edition) })
  const body = [h('section.cover', { 'epub:type': 'cover' }, [image])]
  return { path: bookPaths.cover, title: edition.words.cover, properties: [], body }
}

export function coverImage(edition: Edition): string {
  const svg = toXast(drawing(edition), { space: 'svg' })
  return `<?xml version="1.0" encoding="utf-8"?>\n${printableXml(svg, { closeEmptyElements: true })}`
}

function inWords(edition: Edition) {
  const { title, name, subtitle, publisher } = edition
  return [title || name, subtitle, publisher, editionAndDay(edition), notice(edition)]
    .filter(Boolean)
    .map((sentence) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ')
}

function notice(edition: Edition) {
  return edition.draft ? edition.words.draftNotice : ''
}

function drawing(edition: Edition): Element {
  const title = edition.title || edition.name
  const size = [58, 46, 36].find((one) => fits(title, one)) ?? 28
  const lines = linesOf(title, inner / size)
  const publisher = linesOf(edition.publisher, inner / 22)
  const top = 182 + publisher.length * 28
  const bottom = top + (lines.length - 1) * size * leading
  const under = linesOf(edition.subtitle, inner / 24)
  const isMirrored = isRightToLeft(edition.language)
  const text = textOn.bind(null, isMirrored)
  const rule = bottom + 44 + under.length * 32
  const shapes = [
    s('path', { d: `M${margin} ${round(rule)}h84`, stroke: rubric, strokeWidth: 2 }),
    ...contents(edition, round(rule + 48)),
  ]
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
      isMirrored ? s('g', { transform: `translate(${width}) scale(-1 1)` }, shapes) : shapes,
      ...text(linesOf(notice(edition), inner / 17), 786, 17, 22, {
        fontStyle: 'italic',
        fill: rubric,
      }),
      ...text([editionAndDay(edition)].filter(Boolean), height - 56, 19, 0),
    ],
  )
}

/** Lines of text, each in the direction of its first letter. */
function textOn(
  isMirrored: boolean,
  lines: readonly string[],
  top: number,
  size: number,
  step: number,
  look: Readonly<Record<string, string>> = {},
) {
  const x = isMirrored ? width - margin : margin
  return lines.map((line, index) => {
    const isFromTheRight = (directionOfText(line) ?? (isMirrored ? 'rtl' : 'ltr')) === 'rtl'
    const direction = isFromTheRight ? 'rtl' : null
    const textAnchor = isFromTheRight === isMirrored ? null : 'end'
    const y = round(top + index * step)
    return s('text', { x, y, fontSize: size, direction, textAnchor, ...look }, line)
  })
}

/**
 * A picture of the contents: a square for each proposal, filled if adopted. A book without
 * proposals has a line for each chapter.
 */
function contents({ chapters }: Edition, top: number): Element[] {
  const withMeasures = chapters.filter(({ measures }) => measures.length > 0)
  return withMeasures.length > 0 ? squares(withMeasures, top) : strokes(chapters, top)
}

function squares(chapters: readonly Chapter[], top: number): Element[] {
  const longest = Math.max(...chapters.map(({ measures }) => measures.length))
  const step = Math.min(46, inner / longest, (750 - top) / chapters.length)
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
      d: `M${margin} ${round(top + row * step)}h${round(Math.max(4, (inner * length) / longest))}`,
      stroke: rubric,
      strokeWidth: round(Math.min(3, step / 3)),
    }),
  )
}

function round(length: number) {
  return Math.round(length * 10) / 10
}

/** Cuts a text at spaces into lines of at most `width` ems, since SVG does not wrap. */
function linesOf(text: string, width: number) {
  return text === '' ? [] : wrapped(text, width, ems)
}

function fits(title: string, size: number) {
  const lines = linesOf(title, inner / size)
  return lines.length * size * leading <= 400 && lines.every((line) => ems(line) * size <= inner)
}

/** The line height, in ems. */
const leading = 1.16

function ems(text: string) {
  let sum = 0
  for (const letter of text) sum += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.6
  return sum
}

/** Estimated widths of letters, in ems. */
const WIDTHS = [
  [/[mwMW\u0153\u0152]/, 0.95],
  [/\p{Lu}/u, 0.76],
  [/[iljtf.,;:’'!\s]/, 0.36],
] as const
