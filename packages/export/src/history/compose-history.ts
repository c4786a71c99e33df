import {
  type Programme,
  type Round,
  STANCE_KINDS,
  type StanceKind,
  type Verdict,
} from '@cahier/core'
import { compareTexts } from '@cahier/prose'
import { previousEditions } from '../changes/edition-record.ts'
import { isAuthentic } from '../decision/printed-stances.ts'
import { recordedTally } from '../decision/round-tally.ts'
import type { HistoryEvent } from '../edition/measure.ts'
import { markedName } from '../edition/member.ts'
import type { ProgrammeContext } from '../print/context.ts'
import { type Occurrence, occurrenceSentence } from './occurrence-sentence.ts'

interface HistoryEnd {
  readonly edition: string
  /** A day, or `''` for no limit. */
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
    .map(({ date, occurrence }) => ({
      date,
      kind: occurrence.kind,
      label: context.text(occurrenceSentence(occurrence, language)),
    }))
}

interface Dated {
  readonly date: string
  readonly occurrence: Occurrence
}

type Name = (collective: string) => string

// The order of events within a day.
const RANK: Readonly<Record<HistoryEvent['kind'], number>> = {
  amendment: 0,
  amended: 1,
  opened: 2,
  stance: 3,
  'final-period': 4,
  ruling: 5,
  closed: 6,
  adopted: 7,
  edition: 8,
  'handed-over': 9,
  answered: 10,
  withdrawn: 11,
}

function rankOf({ occurrence }: Dated): number {
  return (
    RANK[occurrence.kind] +
    (occurrence.kind === 'stance'
      ? STANCE_KINDS.indexOf(occurrence.stance) / STANCE_KINDS.length
      : 0)
  )
}

function consultation(round: Round, name: Name): Dated[] {
  const { outcome, opened, closes } = round
  const opening: Dated = { date: opened, occurrence: { kind: 'opened', closes } }
  const rulings = round.rulings.map(
    ({ date, on, ruling }): Dated => ({
      date,
      occurrence: { kind: 'ruling', ruling, member: name(on) },
    }),
  )
  const begun = (round.finalPeriod ?? []).map(
    (date): Dated => ({ date, occurrence: { kind: 'final-period' } }),
  )
  const before = [opening, ...begun, ...rulings]
  if (outcome === null) return before
  const isAdopted = outcome.result === 'adopted' || outcome.result === 'adopted-with-reservations'
  const kind = isAdopted ? 'adopted' : 'closed'
  return [
    ...before,
    {
      date: outcome.closed,
      occurrence: { kind, result: outcome.result, tally: recordedTally(round, outcome.stances) },
    },
  ]
}

// Recorded and current stances, each once; members with the same stance on one day are grouped.
function stances(rounds: readonly Round[], verdict: Verdict | null, name: Name): Dated[] {
  const recorded = rounds.flatMap(({ outcome }) => Object.entries(outcome?.stances ?? {}))
  const today = Object.entries(verdict?.stances ?? {}).filter(([, stance]) => isAuthentic(stance))
  const given = [...recorded, ...today].filter(([, { state }]) => state !== 'uncounted')
  const together = new Map<string, { date: string; stance: StanceKind; members: Set<string> }>()
  for (const [member, { date, stance }] of given) {
    const key = `${date} ${stance}`
    const group = together.get(key) ?? { date, stance, members: new Set() }
    group.members.add(member)
    together.set(key, group)
  }
  return [...together.values()].map(({ date, stance, members }) => ({
    date,
    occurrence: { kind: 'stance', stance, members: [...members].sort().map(name) },
  }))
}

function amendments(id: string, programme: Programme, name: Name): Dated[] {
  return programme.amendments
    .filter(({ amends }) => amends === id)
    .flatMap(({ by, date, outcome, adopted }) => {
      const proposed: Dated = { date, occurrence: { kind: 'amendment', by: name(by) } }
      const isAdopted = outcome === 'adopted' || outcome === 'adopted-modified'
      if (!isAdopted || adopted === null) return [proposed]
      return [
        proposed,
        {
          date: adopted.date,
          occurrence: { kind: 'amended', by: name(by), modified: outcome === 'adopted-modified' },
        },
      ]
    })
}

function editions(id: string, programme: Programme, { edition, date }: HistoryEnd): Dated[] {
  return previousEditions(programme.editions, edition, date)
    .filter(({ measures }) => measures.some((measure) => measure.id === id))
    .map((one) => ({ date: one.date, occurrence: { kind: 'edition', edition: one.edition } }))
}

function handings(id: string, { transmissions }: Programme): Dated[] {
  return transmissions.flatMap(({ name, handed }) =>
    handed.flatMap(({ edition, date, proposals, answers }): Dated[] => [
      ...(proposals.includes(id)
        ? [{ date, occurrence: { kind: 'handed-over', to: name, edition } } satisfies Dated]
        : []),
      ...answers
        .filter(({ proposal }) => proposal === id)
        .map(
          (answer): Dated => ({
            date: answer.date,
            occurrence: { kind: 'answered', by: name, answer: answer.answer },
          }),
        ),
    ]),
  )
}

function withdrawal(id: string, { proposals }: Programme): Dated[] {
  const withdrawn = proposals.find((proposal) => proposal.id === id)?.withdrawn ?? null
  return withdrawn === null
    ? []
    : [{ date: withdrawn.date, occurrence: { kind: 'withdrawn', reason: withdrawn.reason } }]
}
