import { type Language, languageOfTag } from '@cahier/core'
import type { Paragraph } from 'mdast'
import { numberInWords } from '../decision/number-in-words.ts'
import type { Edition } from '../edition/edition.ts'
import {
  consentedText,
  leaflet,
  type PublicationKind,
  READABLE_FORMATS,
  withOpeningChapter,
} from './kind.ts'

/** A form to sign: how many measures are pledged, then each measure with its text and an answer. */
export const charter: PublicationKind = {
  kind: 'charter',
  formats: READABLE_FORMATS,
  shape: (edition, { floor }) =>
    withPledge(
      leaflet(edition, (measure) => ({ ...consentedText(measure), decision: null, answer: true })),
      floor,
    ),
}

function withPledge(edition: Edition, floor: number | undefined): Edition {
  if (edition.chapters.length === 0) return edition
  const language = languageOfTag(edition.language)
  const words = WORDS[language]
  const number = floor === undefined ? BLANK : numberInWords(floor, true, language)
  return withOpeningChapter(edition, 'pledge', words.title, [
    paragraph(words.pledge(number)),
    paragraph(words.how),
  ])
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

// To fill in by hand, dotted as on French forms.
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
