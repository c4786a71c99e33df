import type { ElementContent } from 'xast'
import { x } from 'xastscript'
import type { CaptionSort, Desk } from './desk.ts'
import { plain } from './paragraph.ts'

/**
 * « Tableau 3 », its number counted by the word processor: it stays right when somebody adds a
 * table before.
 */
export function captionNumber({ edition, nextCaption }: Desk, sort: CaptionSort): ElementContent[] {
  const number = nextCaption(sort)
  const word = sort === 'Figure' ? edition.words.figure : edition.words.table
  const attributes = {
    'text:ref-name': `ref${sort}${number - 1}`,
    'text:name': sort,
    'text:formula': `ooow:${sort}+1`,
    'style:num-format': '1',
  }
  return [...plain(`${word}\u00A0`), x('text:sequence', attributes, `${number}`)]
}
