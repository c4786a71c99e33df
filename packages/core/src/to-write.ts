import { foldProse, type Section } from '@cahier/prose'
import { placeOf } from './place.ts'

/** What a template puts where somebody is to write. */
export const TO_WRITE = {
  summary: {
    fr: 'Une phrase qui se comprend seule : ce qui est demandé, et à qui.',
    en: 'One sentence that can be understood alone: what is asked, and of whom.',
  },
  request: { fr: 'Voter…', en: 'Vote…' },
  section: { fr: 'À écrire.', en: 'To be written.' },
  question: {
    fr: 'La question à laquelle cet axe répond ?',
    en: 'The question that this axis answers?',
  },
  introduction: { fr: 'Introduction à écrire.', en: 'Introduction to be written.' },
  // A comment: left there, it is printed nowhere.
  reasons: {
    fr: '<!-- cahier : pourquoi ce changement ? -->',
    en: '<!-- cahier: why this change? -->',
  },
}

/** Whether a text is still what a template put there: nobody has written it. */
export function isToWrite(text: string): boolean {
  return text.length < LONGEST && folded.has(foldProse(text.trim()))
}

/** The same of a section, in the text that it was read from. */
export function isSectionToWrite({ nodes }: Section, text: string): boolean {
  const [node, ...others] = nodes
  if (node === undefined || others.length > 0) return false
  const { start, end } = placeOf(node)
  return isToWrite(text.slice(start.offset, end.offset))
}

/** More than any of them has, blanks of an editor included: what people wrote is rarely folded. */
const LONGEST = 100
const folded = new Set(
  Object.values(TO_WRITE).flatMap(({ fr, en }) => [foldProse(fr), foldProse(en)]),
)
