import { languageOfTag, sentencesIn, wording } from '@cahier/core'
import type { Paragraph } from 'mdast'
import { type Edition, numberInWords, type Selection, textNode } from '../edition/edition.ts'
import { consentedText, leaflet, withOpeningChapter } from './reduce-edition.ts'

/** A form to sign: the number of measures (proposals) pledged, then each with boxes to tick. */
export function charter(edition: Edition, { floor }: Selection): Edition {
  const printed = leaflet(edition, (measure) => ({
    ...consentedText(measure),
    decision: null,
    answer: true,
  }))
  if (printed.chapters.length === 0) return printed
  const language = languageOfTag(edition.language)
  const say = sentencesIn(WORDS, language)
  const number = floor === undefined ? BLANK : numberInWords(floor, true, language)
  const paragraphs = [say('pledge', { number }), say('how')].map(
    (value): Paragraph => ({ type: 'paragraph', children: [textNode(value)] }),
  )
  return withOpeningChapter(printed, 'pledge', say('title'), paragraphs)
}

const BLANK = '……………'

const WORDS = {
  title: wording('Notre engagement', 'Our pledge'),
  pledge: wording(
    'Nous nous engageons sur au moins {number} de ces mesures.',
    'We commit ourselves to at least {number} of these measures.',
  ),
  how: wording(
    'Sous chaque mesure, cochez votre réponse\u202F; datez et signez à la fin.',
    'Under each measure, tick your answer; date and sign at the end.',
  ),
}
