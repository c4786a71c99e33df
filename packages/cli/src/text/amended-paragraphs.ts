import { type SurveyedAmendment, shortened } from '@cahier/consensus'
import type { Document, Programme } from '@cahier/core'
import { baseText, groupedBy, type Hunk, isSameHunk } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import { PICTURE_WORDS } from './amendments-words.ts'
import { hunkInWords } from './hunk.ts'
import { type LetteredHunk, paragraphLine } from './paragraph-line.ts'
import { linesFor, partName } from './report-parts.ts'

/** An amendment with its letter in the drawings. */
export interface Lettered extends SurveyedAmendment {
  readonly letter: string
}

/** The terminal, and the most columns (`width`) of a drawing. */
export type Screen = Pick<Invocation, 'language' | 'terminal'> & { readonly width: number }

/** The lines about each changed paragraph or field: a drawing, then the changes in words. */
export function amendedParagraphs(
  programme: Programme,
  document: Document,
  amendments: readonly Lettered[],
  { language, terminal, width }: Screen,
): readonly string[] {
  const words = PICTURE_WORDS[language]
  const { line, bold } = linesFor(terminal, width)
  const base = baseText(document.text)
  const hunks = amendments.flatMap(({ letter, amendment, hunks: own }) =>
    own.map((hunk) => ({ letter, hunk, numbered: amendment.divisible && own.length > 1 })),
  )
  const places = [...groupedBy(hunks, ({ hunk }) => placeOf(hunk))]
    .map(([place, own]) => ({ place, own, field: '', block: 0, ...own[0]?.hunk }))
    .sort(
      (a, b) =>
        Number(a.field === '') - Number(b.field === '') ||
        a.block - b.block ||
        (a.field < b.field ? -1 : 1),
    )
  return places
    .flatMap(({ place, own, field, block }) => {
      const quoted = shortened(plain(base.blocks[block - 1]?.text ?? words.start), width - 12)
      const head =
        field === ''
          ? [
              `${bold(`¶ ${block}`)}  ${quoted}`,
              `    ${paragraphLine(own, wordCount(block), Math.min(56, width - 12))}`,
            ]
          : [bold(partName(place, programme, language))]
      return [
        '',
        ...head,
        ...merged(own).map(({ letters, hunk, number }) =>
          line(
            `    ${letters}  ${number}${hunkInWords(hunk, letters.includes(','), language)}`,
            '       ',
          ),
        ),
      ]
    })
    .slice(1)

  function wordCount(block: number): number {
    const { lineStart = 0, end = 0 } = base.blocks[block - 1] ?? {}
    return base.words.filter((word) => word.start >= lineStart && word.start < end).length
  }
}

// Joins the equal changes of several amendments.
function merged(hunks: readonly (LetteredHunk & { readonly numbered: boolean })[]) {
  const firsts = hunks.filter(
    ({ hunk }, at) => hunks.findIndex((one) => isSameHunk(one.hunk, hunk)) === at,
  )
  return firsts.map(({ hunk, numbered }) => {
    const letters = hunks.filter((one) => isSameHunk(one.hunk, hunk)).map(({ letter }) => letter)
    const number = numbered && letters.length === 1 ? `${hunk.rank}. ` : ''
    return { letters: letters.join(', '), hunk, number }
  })
}

function placeOf({ field, block }: Hunk): string {
  return field === '' ? `§${block}` : (field.split('/')[0] as string)
}

function plain(markdown: string): string {
  return markdown.replace(/^#{1,6} /, '').replace(/\*\*|\[([^\]]{0,4000})\]\([^)]{0,4000}\)/g, '$1')
}
