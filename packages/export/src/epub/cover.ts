import type { Element } from 'hast'
import { toXast } from 'hast-util-to-xast'
import { h, s } from 'hastscript'
import { toXml } from 'xast-util-to-xml'
import { dayInWords } from '../day-in-words.ts'
import type { Chapter, Edition } from '../edition.ts'
import { languageOf } from '../language.ts'
import { printable } from '../markup/printable.ts'
import type { BookPage } from './book-page.ts'
import { bookPages } from './book-pages.ts'
import { linesOf } from './cover-lines.ts'

const width = 600
const height = 900
const margin = 64
const rubric = '#92281b'

/** The cover as a page of the book. */
export function coverPage(edition: Edition): BookPage {
  const body = [h('section', { className: ['cover'], 'epub:type': 'cover' }, [drawing(edition)])]
  return { path: bookPages.cover, title: edition.words.cover, properties: ['svg'], body }
}

/** The same drawing as a file, for shelves. */
export function coverImage(edition: Edition): Uint8Array {
  return new TextEncoder().encode(
    printable(`<?xml version="1.0" encoding="utf-8"?>\n${toXml(toXast(drawing(edition), { space: 'svg' }), { closeEmptyElements: true })}`),
  )
}

/** Publisher, title, a square for each proposal, filled when it is adopted, and the edition: nothing that is not in the edition. */
function drawing(edition: Edition): Element {
  const { words } = edition
  const when = `${words.edition} ${edition.edition}, ${dayInWords(edition.date, languageOf(edition.language))}`
  const size = edition.title.length > 70 ? 46 : 58
  const lines = linesOf(edition.title, (width - 2 * margin) / size)
  const top = 210
  const bottom = top + (lines.length - 1) * size * 1.16
  return s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      ariaLabel: [edition.title, edition.publisher, when].filter(Boolean).join('. '),
      fontFamily: 'Palatino, Georgia, serif',
      fill: '#1d1b18',
    },
    [
      s('rect', { width, height, fill: '#fbf7ee' }),
      s('text', { x: margin, y: 104, fontSize: 21, letterSpacing: 1 }, edition.publisher),
      ...lines.map((line, index) => s('text', { x: margin, y: round(top + index * size * 1.16), fontSize: size }, line)),
      s('path', { d: `M${margin} ${round(bottom + 42)}h84`, stroke: rubric, strokeWidth: 2 }),
      ...squares(edition.chapters, round(bottom + 90)),
      ...(edition.draft
        ? linesOf(edition.words.draftNotice, (width - 2 * margin) / 17).map((line, index) =>
            s('text', { x: margin, y: 786 + index * 22, fontSize: 17, fontStyle: 'italic', fill: rubric }, line),
          )
        : []),
      s('text', { x: margin, y: height - 56, fontSize: 19 }, when),
    ],
  )
}

/** A row for each axis. */
function squares(chapters: readonly Chapter[], top: number): Element[] {
  const longest = Math.max(1, ...chapters.map((chapter) => chapter.measures.length))
  const step = Math.min(46, (width - 2 * margin) / longest, (750 - top) / Math.max(1, chapters.length))
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

function round(length: number): number {
  return Math.round(length * 10) / 10
}
