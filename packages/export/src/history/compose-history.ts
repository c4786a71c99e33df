import {
  capitalised,
  type Language,
  type Programme,
  type Round,
  STANCE_KINDS,
  STANCE_WORDS,
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
  const inputs: Inputs = {
    id,
    programme,
    language,
    words: WORDS[language],
    name: (collective) => markedName(names(collective), language),
  }
  const rounds = programme.decisions.find(({ proposal }) => proposal === id)?.rounds ?? []
  return [
    ...amendments(inputs),
    ...rounds.flatMap((round) => consultation(round, inputs)),
    ...stances(rounds, verdict, inputs),
    ...editions(inputs, until),
    ...handings(inputs),
    ...withdrawal(inputs),
  ]
    .filter(({ date }) => date !== '' && (until.date === '' || date <= until.date))
    .sort((a, b) => compareTexts(a.date, b.date) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map(({ date, kind, label }) => ({ date, kind, label: context.text(label) }))
}

interface Inputs {
  readonly id: string
  readonly programme: Programme
  readonly language: Language
  readonly words: typeof FRENCH
  readonly name: (collectiveId: string) => string
}

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

function consultation(round: Round, { words, name, language }: Inputs): HistoryEvent[] {
  const { outcome, opened, closes } = round
  const before: HistoryEvent[] = [
    { kind: 'opened', date: opened, label: words.opened(dayInWords(closes, language)) },
    ...(round.finalPeriod ?? []).map(
      (date): HistoryEvent => ({ kind: 'final-period', date, label: words.finalPeriod }),
    ),
    ...round.rulings.map(
      ({ date, on, ruling }): HistoryEvent => ({
        kind: 'ruling',
        date,
        label: `${words.rulings[ruling]}${words.colon}${name(on)}.`,
      }),
    ),
  ]
  if (outcome === null) return before
  const { result, closed, stances } = outcome
  const isAdopted = result === 'adopted' || result === 'adopted-with-reservations'
  const tally = countsInWords(recordedTally(round, stances), language)
  const counts = result === 'void' ? '' : `${words.colon}${tally}`
  const label = `${capitalised(STATUS_LABELS[language][result])}${counts}.`
  return [...before, { kind: isAdopted ? 'adopted' : 'closed', date: closed, label }]
}

// Recorded and current stances, each once; members with the same stance on one day are grouped.
function stances(
  rounds: readonly Round[],
  verdict: Verdict | null,
  { words, name, language }: Inputs,
): HistoryEvent[] {
  const recorded = rounds.flatMap(({ outcome }) => Object.entries(outcome?.stances ?? {}))
  const today = Object.entries(verdict?.stances ?? {}).filter(([, stance]) => isAuthentic(stance))
  const given = [...recorded, ...today].filter(([, { state }]) => state !== 'uncounted')
  return STANCE_KINDS.flatMap((kind) => {
    const own = given.filter(([, { stance }]) => stance === kind)
    return [...groupedBy(own, ([, { date }]) => date)].map(([date, group]): HistoryEvent => {
      const members = [...new Set(group.map(([member]) => member))].sort().map(name)
      const stance = `${capitalised(STANCE_WORDS[language][kind])}${members.length > 1 ? 's' : ''}`
      return { kind: 'stance', date, label: `${stance}${words.colon}${members.join(', ')}.` }
    })
  })
}

function amendments({ id, programme, words, name }: Inputs): HistoryEvent[] {
  return programme.amendments
    .filter(({ amends }) => amends === id)
    .flatMap(({ by, date, outcome, adopted }): HistoryEvent[] => {
      const isModified = outcome === 'adopted-modified'
      const proposed = { kind: 'amendment', date, label: words.amendment(name(by)) } as const
      if (adopted === null || !(outcome === 'adopted' || isModified)) return [proposed]
      const label = words.amended(name(by), isModified)
      return [proposed, { kind: 'amended', date: adopted.date, label }]
    })
}

function editions({ id, programme, words }: Inputs, { edition, date }: HistoryEnd): HistoryEvent[] {
  return previousEditions(programme.editions, edition, date)
    .filter(({ measures }) => measures.some((measure) => measure.id === id))
    .map((one) => ({ kind: 'edition', date: one.date, label: words.edition(one.edition) }))
}

function handings({ id, programme, words }: Inputs): HistoryEvent[] {
  return programme.transmissions.flatMap(({ name, handed }) =>
    handed.flatMap(({ edition, date, proposals, answers }): HistoryEvent[] => [
      ...(proposals.includes(id)
        ? [{ kind: 'handed-over', date, label: words.handed(name, edition) } as const]
        : []),
      ...answers
        .filter(({ proposal }) => proposal === id)
        .map(
          ({ date, answer }): HistoryEvent => ({
            kind: 'answered',
            date,
            label: words.answers[answer](name),
          }),
        ),
    ]),
  )
}

function withdrawal({ id, programme, words }: Inputs): HistoryEvent[] {
  const withdrawn = programme.proposals.find((proposal) => proposal.id === id)?.withdrawn ?? null
  if (withdrawn === null) return []
  const label = words.withdrawn(withdrawn.reason.trim())
  return [{ kind: 'withdrawn', date: withdrawn.date, label }]
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
