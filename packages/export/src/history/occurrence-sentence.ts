import {
  type Answer,
  capitalised,
  type Language,
  type Result,
  type RulingKind,
  STANCE_WORDS,
  type StanceKind,
  type Tally,
} from '@cahier/core'
import { dayInWords } from '../day-in-words.ts'
import { countsInWords } from '../decision/decision-sentence.ts'
import { STATUS_LABELS } from '../edition/labels.ts'

/** An event in the history of a proposal; names are ready to print. */
export type Occurrence =
  | { readonly kind: 'opened'; readonly closes: string }
  | { readonly kind: 'closed' | 'adopted'; readonly result: Result; readonly tally: Tally }
  | { readonly kind: 'stance'; readonly stance: StanceKind; readonly members: readonly string[] }
  | { readonly kind: 'final-period' }
  | { readonly kind: 'ruling'; readonly ruling: RulingKind; readonly member: string }
  | { readonly kind: 'amendment'; readonly by: string }
  | { readonly kind: 'amended'; readonly by: string; readonly modified: boolean }
  | { readonly kind: 'edition'; readonly edition: string }
  | { readonly kind: 'handed-over'; readonly to: string; readonly edition: string }
  | { readonly kind: 'answered'; readonly by: string; readonly answer: Answer['answer'] }
  | { readonly kind: 'withdrawn'; readonly reason: string }

/** An event in one sentence, without its day and before typography is applied. */
export function occurrenceSentence(occurrence: Occurrence, language: Language): string {
  const words = WORDS[language]
  switch (occurrence.kind) {
    case 'opened':
      return words.opened(dayInWords(occurrence.closes, language))
    case 'closed':
    case 'adopted': {
      const result = capitalised(STATUS_LABELS[language][occurrence.result])
      return occurrence.result === 'void'
        ? `${result}.`
        : `${result}${words.colon}${countsInWords(occurrence.tally, language)}.`
    }
    case 'stance': {
      const { stance, members } = occurrence
      return `${capitalised(STANCE_WORDS[language][stance])}${members.length > 1 ? 's' : ''}${words.colon}${members.join(', ')}.`
    }
    case 'final-period':
      return words.finalPeriod
    case 'ruling':
      return `${words.rulings[occurrence.ruling]}${words.colon}${occurrence.member}.`
    case 'amendment':
      return words.amendment(occurrence.by)
    case 'amended':
      return words.amended(occurrence.by, occurrence.modified)
    case 'edition':
      return words.edition(occurrence.edition)
    case 'handed-over':
      return words.handed(occurrence.to, occurrence.edition)
    case 'answered':
      return words.answers[occurrence.answer](occurrence.by)
    case 'withdrawn':
      return words.withdrawn(occurrence.reason.trim())
  }
}

const FRENCH = {
  colon: ' : ',
  opened: (closes: string) => `Consultation ouverte jusqu’au ${closes}.`,
  finalPeriod: 'La période finale commence.',
  rulings: {
    inadmissible: 'Objection jugée irrecevable',
    overruled: 'Objection écartée',
    recused: 'Membre récusé pour ce tour',
  },
  amendment: (by: string) => `Amendement proposé par ${by}.`,
  amended: (by: string, modified: boolean) =>
    `Amendement adopté${modified ? ' après modification' : ''}, proposé par ${by}.`,
  edition: (edition: string) => `Imprimée dans l’édition ${edition}.`,
  handed: (to: string, edition: string) =>
    `Remise à « ${to} »${edition === '' ? '' : ` (édition ${edition})`}.`,
  answers: {
    'taken-up': (by: string) => `Reprise par « ${by} ».`,
    partly: (by: string) => `Reprise en partie par « ${by} ».`,
    refused: (by: string) => `Refusée par « ${by} ».`,
  },
  withdrawn: (reason: string) => (reason === '' ? 'Retirée.' : `Retirée : « ${reason} ».`),
}

const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    colon: ': ',
    opened: (closes) => `Open for consultation until ${closes}.`,
    finalPeriod: 'The final period begins.',
    rulings: {
      inadmissible: 'Objection ruled inadmissible',
      overruled: 'Objection overruled',
      recused: 'Member recused from this round',
    },
    amendment: (by) => `Amendment proposed by ${by}.`,
    amended: (by, modified) =>
      `Amendment adopted${modified ? ' with modifications' : ''}, proposed by ${by}.`,
    edition: (edition) => `Printed in edition ${edition}.`,
    handed: (to, edition) => `Handed to “${to}”${edition === '' ? '' : ` (edition ${edition})`}.`,
    answers: {
      'taken-up': (by) => `Taken up by “${by}”.`,
      partly: (by) => `Taken up in part by “${by}”.`,
      refused: (by) => `Refused by “${by}”.`,
    },
    withdrawn: (reason) => (reason === '' ? 'Withdrawn.' : `Withdrawn: “${reason}”.`),
  },
}
