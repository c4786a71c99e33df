import { type Language, languageOfTag } from '@cahier/core'
import type { Paragraph } from 'mdast'
import type { Edition } from '../edition/edition.ts'
import { numberInWords } from '../edition/labels.ts'
import type { Selection } from '../edition/selection.ts'
import { consentedText, leaflet, withOpeningChapter } from './kind.ts'

/** A form to sign: the number of measures pledged, then each measure with boxes to tick. */
export function charter(edition: Edition, { floor }: Selection): Edition {
  const printed = leaflet(edition, (measure) => ({
    ...consentedText(measure),
    decision: null,
    answer: true,
  }))
  if (printed.chapters.length === 0) return printed
  const language = languageOfTag(edition.language)
  const { title, pledge, how } = WORDS[language]
  const number = floor === undefined ? BLANK : numberInWords(floor, true, language)
  const paragraphs = [pledge(number), how].map(
    (value): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] }),
  )
  return withOpeningChapter(printed, 'pledge', title, paragraphs)
}

const BLANK = '……………'

const FRENCH = {
  title: 'Notre engagement',
  pledge: (number: string) => `Nous nous engageons sur au moins ${number} de ces mesures.`,
  how: 'Sous chaque mesure, cochez votre réponse\u202F; datez et signez à la fin.',
}

const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    title: 'Our pledge',
    pledge: (number) => `We commit ourselves to at least ${number} of these measures.`,
    how: 'Under each measure, tick your answer; date and sign at the end.',
  },
}
