import { type Chapter, chapterLabel, chapterTitle } from '../edition/chapter.ts'
import type { Edition } from '../edition/edition.ts'
import type { Exporter } from '../edition/exporter.ts'
import { printable } from '../markup/printable.ts'
import { signatureLines } from './answer-lines.ts'
import { blockLines, titleLines } from './block-lines.ts'
import { endLines } from './end-lines.ts'
import { flowLines } from './flow-lines.ts'
import { measureLines, noteLines } from './measure-lines.ts'
import { openingLines } from './opening-lines.ts'
import { barePage, numberedPage } from './page.ts'
import { transmissionLines } from './transmission-lines.ts'

/**
 * The edition as one file of plain text, 72 columns wide: what a screen reader, an old machine or a
 * letter wants. UTF-8, no markup.
 */
export const textExporter: Exporter = {
  format: 'txt',
  render: (edition) => [{ path: `${edition.name}.txt`, bytes: encoded(edition) }],
}

function encoded(edition: Edition): Uint8Array {
  const blocks = [
    ...openingLines(edition),
    ...edition.chapters.flatMap((chapter) => chapterLines(chapter, edition)),
    ...(edition.kind === 'charter' ? signatureLines(edition) : []),
    ...transmissionLines(edition),
    ...endLines(edition),
  ]
  return new TextEncoder().encode(
    printable(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`),
  )
}

function chapterLines(chapter: Chapter, edition: Edition): string[][] {
  const page = edition.kind === 'book' ? numberedPage(edition, '') : barePage(edition)
  return [
    titleLines(titleOf(chapter, edition), '='),
    ...(chapter.question === '' ? [] : [blockLines(chapter.question, barePage(edition))]),
    ...flowLines(chapter.introduction, page),
    ...noteLines(chapter.notes, edition),
    ...chapter.measures.flatMap((measure) => measureLines(measure, edition)),
  ]
}

function titleOf(chapter: Chapter, edition: Edition): string {
  if (edition.kind === 'book' || chapter.number === 0) return chapterTitle(chapter)
  return `${chapterLabel(chapter, edition)}. ${chapter.title}`
}
