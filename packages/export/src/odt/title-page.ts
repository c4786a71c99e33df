import type { Element } from 'xast'
import { dayInWords } from '../day-in-words.ts'
import type { Desk } from './desk.ts'
import { paragraph, plain } from './paragraph.ts'

/**
 * The title page, or the title block of what has few pages: who publishes, the title, the edition
 * and its day in words, and what everyone must know before reading.
 */
export function titlePage({ edition, anchors }: Desk): Element[] {
  const { words, publisher, title, subtitle, draft, examples } = edition
  const line = (style: string, part: string, text: string): Element[] =>
    text === '' ? [] : [paragraph({ style, name: anchors('d', part), text: plain(text) })]
  return [
    // Printed even when empty: its style opens the page without head or foot.
    paragraph({
      style: 'Cahier_20_Publisher',
      name: anchors('d', 'publisher'),
      text: plain(publisher),
    }),
    ...line('Title', 'title', title),
    ...line('Cahier_20_Subject', 'subtitle', subtitle),
    ...line(
      'Subtitle',
      'edition',
      edition.edition === '' ? '' : `${words.edition} ${edition.edition}`,
    ),
    ...line('Subtitle', 'date', dayInWords(edition.date, edition.language)),
    ...line('Cahier_20_Notice', 'draft', draft ? words.draftNotice : ''),
    ...line('Cahier_20_Notice', 'examples', examples ? words.examplesNotice : ''),
  ]
}
