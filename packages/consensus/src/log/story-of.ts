import {
  type Amendment,
  type Answer,
  type Outcome,
  type Positions,
  type Programme,
  type Proposal,
  type Round,
  type Ruling,
  type Stance,
  stemOf,
} from '@cahier/core'
import { byCodeUnits } from '@cahier/prose'
import { recordedRounds } from '../find-by-id.ts'
import { readVersion } from '../since/earlier-texts.ts'
import { changedParts } from '../since/part-changes.ts'

/** The history of a proposal known outside the folder, in git for instance. */
export interface Past {
  /** Texts, oldest first. */
  readonly texts: readonly PastText[]
  /** Former names, oldest first. */
  readonly names: readonly PastName[]
  readonly stances: readonly PastStance[]
  readonly takenBack: readonly WithdrawnStance[]
}

export interface PastText {
  readonly text: string
  /** Parent texts: none for the first text, several for a merge commit. */
  readonly before: readonly string[]
  readonly day: string
  readonly subject: string
}

/** A former name of a proposal, its last day, and the next name. */
export interface PastName {
  readonly id: string
  readonly until: string
  readonly next: string
}

export interface WithdrawnStance extends PastStance {
  readonly day: string
}

/** The events of a proposal until a day, sorted by day, then in `ORDER`. */
export function storyOf(
  programme: Programme,
  proposal: Proposal,
  day: string,
  past: Past,
): readonly StoryEvent[] {
  const { id, withdrawn } = proposal
  const rounds = recordedRounds(programme, id)
  const events: StoryEvent[] = [
    ...past.names.map((name) => {
      return { day: name.until, kind: 'renamed', from: name.id, to: name.next } as const
    }),
    ...textEvents(programme, proposal, day, past.texts),
    ...amendmentEvents(programme, id),
    ...rounds.flatMap(roundEvents),
    ...stanceEvents(programme, id, rounds, past.stances),
    ...past.takenBack.map(({ day: on, member, stance, date: given }) => {
      return { day: on, kind: 'taken-back', member, stance, given } as const
    }),
    ...publicationEvents(programme, id),
    ...(withdrawn === null
      ? []
      : [{ day: withdrawn.date, kind: 'withdrawn', reason: withdrawn.reason } as const]),
  ]
  return events
    .filter((event) => event.day !== '' && event.day <= day)
    .sort((a, b) => byCodeUnits(a.day, b.day) || rankOf(a) - rankOf(b))
}

// The usual order of events within a day.
const ORDER: readonly StoryEvent['kind'][] = [
  'text',
  'renamed',
  'amendment',
  'amended',
  'opened',
  'stance',
  'final-period',
  'ruling',
  'closed',
  'edition',
  'handed-over',
  'answered',
  'withdrawn',
]

// On one day, a void close precedes an opening, and the end of an old stance precedes a new stance.
function rankOf(event: StoryEvent) {
  if (event.kind === 'taken-back')
    return ORDER.indexOf('stance') + (event.given < event.day ? -0.5 : 0.5)
  const isVoid = event.kind === 'closed' && event.result === 'void'
  return isVoid ? ORDER.indexOf('opened') - 0.5 : ORDER.indexOf(event.kind)
}

function textEvents(
  programme: Programme,
  proposal: Proposal,
  day: string,
  texts: readonly PastText[],
) {
  const { text } = proposal.document
  const now = { text, before: texts.slice(-1).map((last) => last.text), day, subject: '' }
  return [...texts, ...(texts.length === 0 ? [] : [now])].flatMap((one): StoryEvent[] => {
    const after = readVersion(one.text, proposal, programme)
    const before = one.before.map((text) => readVersion(text, proposal, programme))
    if (before.some(({ whole }) => whole === after.whole)) return []
    const event = { day: one.day, kind: 'text' as const, subject: one.subject, kept: one !== now }
    if (before.length === 0) return [{ ...event, change: 'written', parts: [] }]
    // A merge commit changes only the parts that differ from all its parents.
    const changed = before.map((old) => changedParts(old, after, programme))
    const parts = changed.reduce((some, others) => some.filter((part) => others.includes(part)))
    if (parts.length > 0) return [{ ...event, change: 'text', parts }]
    return before.length > 1 ? [] : [{ ...event, change: 'reasons', parts: [] }]
  })
}

function amendmentEvents({ amendments }: Programme, id: string): StoryEvent[] {
  return amendments
    .filter(({ amends }) => amends === id)
    .flatMap(({ id: amendment, by, date, outcome, adopted }) => {
      const modified = outcome === 'adopted-modified'
      return [
        { day: date, kind: 'amendment', amendment, by },
        { day: adopted?.date ?? '', kind: 'amended', amendment, by, modified },
      ]
    })
}

function roundEvents({ finalPeriod = [], rulings, outcome, ...round }: Round): StoryEvent[] {
  const { opened, closes, text } = round
  return [
    { day: opened, kind: 'opened', closes, text },
    ...finalPeriod.map((day): StoryEvent => ({ day, kind: 'final-period' })),
    ...rulings.map(({ date: day, on: member, ruling, reason }): StoryEvent => {
      return { day, kind: 'ruling', member, ruling, reason }
    }),
    // `storyOf` leaves out events without a day.
    { day: outcome?.closed ?? '', kind: 'closed', opened, result: outcome?.result ?? 'void' },
  ]
}

// One event for each stance, even when several sources have it.
function stanceEvents(
  programme: Programme,
  id: string,
  rounds: readonly Round[],
  past: readonly PastStance[],
): StoryEvent[] {
  const counted = rounds.flatMap(({ outcome }) =>
    Object.entries(outcome?.stances ?? {}).map(([member, one]) => ({ ...one, member })),
  )
  const current = programme.positions.flatMap((positions) => stancesOn(positions, id))
  const distinct = new Map<string, PastStance>()
  for (const one of [...past, ...counted, ...current])
    distinct.set([one.member, one.date, one.stance, one.text].join(' '), one)
  return [...distinct.values()]
    .sort((a, b) => byCodeUnits(a.member, b.member))
    .map(({ member, date: day, stance, text, argument }) => {
      return { day, kind: 'stance', member, stance, text, argument: argument.trim() }
    })
}

function publicationEvents({ editions, transmissions }: Programme, id: string) {
  const printed = editions.filter(({ measures }) => measures.some((measure) => measure.id === id))
  const handed = transmissions.flatMap(({ id: recipient, handed: all }) =>
    all.flatMap(({ edition, date, proposals, answers }): StoryEvent[] => {
      const own = answers.filter(({ proposal }) => proposal === id)
      return [
        { day: proposals.includes(id) ? date : '', kind: 'handed-over', recipient, edition },
        ...own.map(({ date: day, answer, link }): StoryEvent => {
          return { day, kind: 'answered', recipient, answer, link }
        }),
      ]
    }),
  )
  return [
    ...printed.map(({ date, edition }): StoryEvent => ({ day: date, kind: 'edition', edition })),
    ...handed,
  ]
}

/** A stance of a member, in the present or a former version of the member's file. */
export interface PastStance extends Stance {
  readonly member: string
}

export function stancesOn({ document, stances }: Positions, id: string): readonly PastStance[] {
  return stances
    .filter(({ proposal }) => proposal === id)
    .map((stance) => ({ ...stance, member: stemOf(document.path) }))
}

/** An event in the history of a proposal. Members, recipients and amendments are given by id. */
export type StoryEvent = { readonly day: string } & (
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /**
   * `written`: the first known text. `text`: the normative `parts` (those voted on) changed.
   * `reasons`: only other parts changed. `subject` is the first line of the commit message.
   */
  | {
      readonly kind: 'text'
      readonly change: 'written' | 'text' | 'reasons'
      readonly parts: readonly string[]
      readonly subject: string
      /** True when git has the text. A text that is only in the folder may still change. */
      readonly kept: boolean
    }
  | ({ readonly kind: 'amendment' } & AmendmentBy)
  | ({ readonly kind: 'amended'; readonly modified: boolean } & AmendmentBy)
  | ({ readonly kind: 'opened' } & Pick<Round, 'closes' | 'text'>)
  | ({ readonly kind: 'stance' } & Pick<PastStance, 'member' | 'stance' | 'text' | 'argument'>)
  /** A member withdrew the stance dated `given`. Only git records this. */
  | ({ readonly kind: 'taken-back'; readonly given: string } & Pick<
      PastStance,
      'member' | 'stance'
    >)
  | { readonly kind: 'final-period' }
  | ({ readonly kind: 'ruling'; readonly member: string } & Pick<Ruling, 'ruling' | 'reason'>)
  | ({ readonly kind: 'closed'; readonly opened: string } & Pick<Outcome, 'result'>)
  | { readonly kind: 'edition'; readonly edition: string }
  | { readonly kind: 'handed-over'; readonly recipient: string; readonly edition: string }
  | ({ readonly kind: 'answered'; readonly recipient: string } & Pick<Answer, 'answer' | 'link'>)
  | { readonly kind: 'withdrawn'; readonly reason: string }
)

interface AmendmentBy extends Pick<Amendment, 'by'> {
  readonly amendment: string
}
