import {
  type Positions,
  type Programme,
  type Proposal,
  type Round,
  type StanceKind,
  stemOf,
} from '@cahier/core'
import { compareTexts } from '@cahier/prose'
import { proposalFrom } from '../since/earlier-texts.ts'
import { changedParts } from '../since/part-changes.ts'
import type { StoryEvent, StoryEventKind } from './story-event.ts'

/** What something outside of the folder remembers of a proposal, such as git. */
export interface Past {
  /** Its texts, the oldest first. */
  readonly texts: readonly PastText[]
  /** The names it bore, the oldest first. */
  readonly names: readonly PastName[]
  readonly stances: readonly PastStance[]
  readonly takenBack: readonly WithdrawnStance[]
}

export interface PastText {
  readonly text: string
  /** What it was made from: nothing for the first, more than one text where two were merged. */
  readonly before: readonly string[]
  readonly day: string
  readonly subject: string
}

/** A name that a proposal bore until a day, and the one that it was then given. */
export interface PastName {
  readonly id: string
  readonly until: string
  readonly next: string
}

/** A stance that its member withdrew on a day. */
export interface WithdrawnStance extends PastStance {
  readonly day: string
}

/** What happened to a proposal until a day, by day, then in the order things go on one day. */
export function storyOf(
  programme: Programme,
  proposal: Proposal,
  day: string,
  past: Past,
): readonly StoryEvent[] {
  const rounds = programme.decisions.find((one) => one.proposal === proposal.id)?.rounds ?? []
  const events = [
    ...past.names.map(
      ({ id, until, next }): StoryEvent => ({ day: until, kind: 'renamed', from: id, to: next }),
    ),
    ...textEvents(programme, proposal, day, past.texts),
    ...amendmentEvents(programme, proposal.id),
    ...rounds.flatMap(roundEvents),
    ...stanceEvents(programme, proposal.id, rounds, past.stances),
    ...past.takenBack.map(
      ({ day: withdrawn, member, stance, date }): StoryEvent => ({
        day: withdrawn,
        kind: 'taken-back',
        member,
        stance,
        given: date,
      }),
    ),
    ...handingEvents(programme, proposal.id),
    ...(proposal.withdrawn === null
      ? []
      : [
          {
            day: proposal.withdrawn.date,
            kind: 'withdrawn' as const,
            reason: proposal.withdrawn.reason,
          },
        ]),
  ]
  return events
    .filter((event) => event.day !== '' && event.day <= day)
    .map((event, index) => ({ event, index }))
    .sort(
      (a, b) =>
        compareTexts(a.event.day, b.event.day) ||
        rankOf(a.event) - rankOf(b.event) ||
        a.index - b.index,
    )
    .map(({ event }) => event)
}

// The order in which one day goes: a text is written, named and amended, put to members, who speak
// before it is decided and handed over.
const ORDER: readonly StoryEventKind['kind'][] = [
  ...([
    'text',
    'renamed',
    'amendment',
    'amended',
    'opened',
    'stance',
    'final-period',
    'ruling',
  ] as const),
  ...(['closed', 'edition', 'handed-over', 'answered', 'withdrawn'] as const),
]

// A round that fell is written down before another opens; what was said before that day is
// withdrawn before something else is said.
function rankOf(event: StoryEvent): number {
  if (event.kind === 'taken-back')
    return ORDER.indexOf('stance') + (event.given < event.day ? -0.5 : 0.5)
  const fell = event.kind === 'closed' && event.result === 'void'
  return fell ? ORDER.indexOf('opened') - 0.5 : ORDER.indexOf(event.kind)
}

function textEvents(
  programme: Programme,
  proposal: Proposal,
  day: string,
  texts: readonly PastText[],
): StoryEvent[] {
  const { text } = proposal.document
  const now = { text, before: texts.slice(-1).map((last) => last.text), day, subject: '' }
  return [...texts, ...(texts.length === 0 ? [] : [now])].flatMap((one): StoryEvent[] => {
    const after = proposalFrom(one.text, proposal, programme)
    const before = one.before.map((text) => proposalFrom(text, proposal, programme))
    if (before.some(({ whole }) => whole === after.whole)) return []
    const event = { day: one.day, kind: 'text' as const, subject: one.subject, kept: one !== now }
    if (before.length === 0) return [{ ...event, change: 'written', parts: [] }]
    // A merge changes what is as none of its sides had it: their own changes are told of them.
    const changed = before.map((old) => changedParts(old, after, programme))
    const parts = changed.reduce((some, others) => some.filter((part) => others.includes(part)))
    if (parts.length > 0) return [{ ...event, change: 'text', parts }]
    return before.length > 1 ? [] : [{ ...event, change: 'reasons', parts: [] }]
  })
}

function amendmentEvents({ amendments }: Programme, id: string): StoryEvent[] {
  return amendments
    .filter(({ amends }) => amends === id)
    .flatMap(({ id: amendment, by, date, outcome, adopted }): StoryEvent[] => {
      const proposed: StoryEvent = { day: date, kind: 'amendment', amendment, by }
      if (adopted === null) return [proposed]
      return [
        proposed,
        {
          day: adopted.date,
          kind: 'amended',
          amendment,
          by,
          modified: outcome === 'adopted-modified',
        },
      ]
    })
}

function roundEvents({
  opened,
  closes,
  text,
  finalPeriod = [],
  rulings,
  outcome,
}: Round): StoryEvent[] {
  return [
    { day: opened, kind: 'opened', closes, text },
    ...finalPeriod.map((day): StoryEvent => ({ day, kind: 'final-period' })),
    ...rulings.map(
      ({ date, on, ruling, reason }): StoryEvent => ({
        day: date,
        kind: 'ruling',
        member: on,
        ruling,
        reason,
      }),
    ),
    ...(outcome === null
      ? []
      : [{ day: outcome.closed, kind: 'closed' as const, opened, result: outcome.result }]),
  ]
}

// What rounds counted, what members say today, what they once said: the same stance is in several
// of them.
function stanceEvents(
  programme: Programme,
  id: string,
  rounds: readonly Round[],
  past: readonly PastStance[],
): StoryEvent[] {
  const counted = rounds.flatMap(({ outcome }) =>
    Object.entries(outcome?.stances ?? {}).map(
      ([member, { date, stance, text = '', argument = '' }]) => ({
        ...{ member, date, stance, text, argument },
      }),
    ),
  )
  const current = programme.positions.flatMap((positions) => stancesOn(positions, id))
  const told = new Map<string, PastStance>()
  for (const one of [...past, ...counted, ...current])
    told.set([one.member, one.date, one.stance, one.text].join(' '), one)
  return [...told.values()]
    .sort((a, b) => compareTexts(a.member, b.member))
    .map(({ member, date, stance, text, argument }) => ({
      day: date,
      kind: 'stance',
      member,
      stance,
      text,
      argument: argument.trim(),
    }))
}

function handingEvents({ editions, transmissions }: Programme, id: string): StoryEvent[] {
  const printed = editions.filter(({ measures }) => measures.some((measure) => measure.id === id))
  const handed = transmissions.flatMap(({ id: recipient, handed: all }) =>
    all.flatMap(({ edition, date, proposals, answers }): StoryEvent[] => [
      ...(proposals.includes(id)
        ? [{ day: date, kind: 'handed-over' as const, recipient, edition }]
        : []),
      ...answers
        .filter(({ proposal }) => proposal === id)
        .map(
          ({ date: day, answer, link }): StoryEvent => ({
            day,
            kind: 'answered',
            recipient,
            answer,
            link,
          }),
        ),
    ]),
  )
  return [
    ...printed.map(({ date, edition }): StoryEvent => ({ day: date, kind: 'edition', edition })),
    ...handed,
  ]
}

/** What a member said once of a proposal, as a file of positions or a round had it. */
export interface PastStance {
  readonly member: string
  readonly date: string
  readonly stance: StanceKind
  readonly text: string
  readonly argument: string
}

/** What a file of positions says of a proposal. */
export function stancesOn({ document, stances }: Positions, id: string): readonly PastStance[] {
  return stances.flatMap(({ proposal, date, stance, text, argument }) =>
    proposal === id && stance !== null
      ? [{ member: stemOf(document.path), date, stance, text, argument }]
      : [],
  )
}
