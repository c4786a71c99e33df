import {
  type Answer,
  capitalised,
  type Language,
  type Programme,
  type Result,
  type Round,
  type RulingKind,
  STANCE_KINDS,
  STANCE_WORDS,
  type StanceKind,
  type Tally,
  type Verdict,
} from '@cahier/core'
import { compareTexts, groupedBy } from '@cahier/prose'
import { previousEditions } from '../changes/edition-record.ts'
import { countsInWords } from '../decision/decision-sentence.ts'
import { isAuthentic } from '../decision/printed-stances.ts'
import { recordedTally } from '../decision/round-tally.ts'
import { dayInWords, STATUS_LABELS } from '../edition/labels.ts'
import type { HistoryEvent } from '../edition/measure.ts'
import { markedName } from '../edition/member.ts'
import type { ProgrammeContext } from '../print/context.ts'

interface HistoryEnd {
  readonly edition: string
  readonly date: string
}

/** The history of a proposal until an edition, in order of day. */
export function composeHistory(
  id: string,
  verdict: Verdict | null,
  context: ProgrammeContext,
  until: HistoryEnd,
): readonly HistoryEvent[] {
  const { programme, names, language } = context
  const name = (collective: string) => markedName(names(collective), language)
  const rounds = programme.decisions.find(({ proposal }) => proposal === id)?.rounds ?? []
  const occurrences = [
    ...rounds.flatMap((round) => consultation(round, name)),
    ...stances(rounds, verdict, name),
    ...amendments(id, programme, name),
    ...editions(id, programme, until),
    ...handings(id, programme),
    ...withdrawal(id, programme),
  ]
  return occurrences
    .filter(({ date }) => date !== '' && (until.date === '' || date <= until.date))
    .sort((a, b) => compareTexts(a.date, b.date) || rankOf(a) - rankOf(b))
    .map((one) => ({
      date: one.date,
      kind: one.kind,
      label: context.text(occurrenceSentence(one, language)),
    }))
}

type Dated = Occurrence & { readonly date: string }

type Name = (collective: string) => string

// The order of events within a day.
const ORDER: readonly HistoryEvent['kind'][] = [
  'amendment',
  'amended',
  'opened',
  'stance',
  'final-period',
  'ruling',
  'closed',
  'adopted',
  'edition',
  'handed-over',
  'answered',
  'withdrawn',
]

function rankOf(one: Dated): number {
  const within = one.kind === 'stance' ? STANCE_KINDS.indexOf(one.stance) / STANCE_KINDS.length : 0
  return ORDER.indexOf(one.kind) + within
}

function consultation(round: Round, name: Name): Dated[] {
  const { outcome, opened, closes } = round
  const before: Dated[] = [
    { kind: 'opened', date: opened, closes },
    ...(round.finalPeriod ?? []).map((date): Dated => ({ kind: 'final-period', date })),
    ...round.rulings.map(
      ({ date, on, ruling }): Dated => ({ kind: 'ruling', date, ruling, member: name(on) }),
    ),
  ]
  if (outcome === null) return before
  const { result, closed, stances } = outcome
  const isAdopted = result === 'adopted' || result === 'adopted-with-reservations'
  const kind = isAdopted ? 'adopted' : 'closed'
  return [...before, { kind, date: closed, result, tally: recordedTally(round, stances) }]
}

// Recorded and current stances, each once; members with the same stance on one day are grouped.
function stances(rounds: readonly Round[], verdict: Verdict | null, name: Name): Dated[] {
  const recorded = rounds.flatMap(({ outcome }) => Object.entries(outcome?.stances ?? {}))
  const today = Object.entries(verdict?.stances ?? {}).filter(([, stance]) => isAuthentic(stance))
  const given = [...recorded, ...today].filter(([, { state }]) => state !== 'uncounted')
  const together = groupedBy(given, ([, { date, stance }]) => `${date} ${stance}`)
  return [...together.values()].flatMap((group) => {
    const members = new Set(group.map(([member]) => member))
    return group.slice(0, 1).map(
      ([, { date, stance }]): Dated => ({
        kind: 'stance',
        date,
        stance,
        members: [...members].sort().map(name),
      }),
    )
  })
}

function amendments(id: string, programme: Programme, name: Name): Dated[] {
  return programme.amendments
    .filter(({ amends }) => amends === id)
    .flatMap(({ by, date, outcome, adopted }): Dated[] => {
      const modified = outcome === 'adopted-modified'
      return [
        { kind: 'amendment', date, by: name(by) },
        ...((outcome === 'adopted' || modified) && adopted !== null
          ? [{ kind: 'amended', date: adopted.date, by: name(by), modified } as const]
          : []),
      ]
    })
}

function editions(id: string, programme: Programme, { edition, date }: HistoryEnd): Dated[] {
  return previousEditions(programme.editions, edition, date)
    .filter(({ measures }) => measures.some((measure) => measure.id === id))
    .map((one) => ({ kind: 'edition', date: one.date, edition: one.edition }))
}

function handings(id: string, { transmissions }: Programme): Dated[] {
  return transmissions.flatMap(({ name, handed }) =>
    handed.flatMap(({ edition, date, proposals, answers }): Dated[] => [
      ...(proposals.includes(id)
        ? [{ kind: 'handed-over', date, to: name, edition } as const]
        : []),
      ...answers
        .filter(({ proposal }) => proposal === id)
        .map(({ date, answer }): Dated => ({ kind: 'answered', date, by: name, answer })),
    ]),
  )
}

function withdrawal(id: string, { proposals }: Programme): Dated[] {
  const withdrawn = proposals.find((proposal) => proposal.id === id)?.withdrawn ?? null
  return withdrawn === null ? [] : [{ kind: 'withdrawn', ...withdrawn }]
}

/** An event in the history of a proposal; names are ready to print. */
type Occurrence =
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
function occurrenceSentence(occurrence: Occurrence, language: Language): string {
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
