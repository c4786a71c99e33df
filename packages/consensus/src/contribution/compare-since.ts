import {
  type Collective,
  type DecisionRule,
  type Decisions,
  type Document,
  FILE_START,
  type Finding,
  type MessageData,
  type Programme,
  type Round,
} from '@cahier/core'
import { electorateOn } from '../counting/members.ts'
import { againstPolicy, rulingFault } from '../counting/ruling-policy.ts'
import { isSameValue } from '../is-same-value.ts'
import { ruleThatAsks } from '../methods/index.ts'
import { datedAhead, withoutRetractedOutcomes } from '../records/outcomes-ahead.ts'
import { keyringOf } from '../signatures/keyring.ts'
import { rulingSignatureFault } from '../signatures/ruling-signature.ts'
import type { sinceMessages } from './contribution-messages.ts'
import { departures, lateArrivals, membersApart } from './member-changes.ts'
import type { FormerFile } from './member-files.ts'
import { finalPeriods, needlessVoids } from './round-changes.ts'
import { signedChanges } from './signed-changes.ts'
import { movedTexts, renamedTerms } from './text-changes.ts'

export const SINCE_RULE = 'decision/since'

/**
 * What a contribution may not do to what stood before it: rounds once opened only grow, a new one
 * has the programme's rule and members, frozen copies stay, a positions file's serial rises, and
 * the policy never changes together with votes; what members say is judged by the policy and the
 * keys of before. `between` gives the positions files that its commits hold, and is asked only when
 * a round is closed.
 */
export function compareSince(
  old: Programme,
  now: Programme,
  day: string,
  between: () => readonly FormerFile[] = () => [],
): readonly Finding[] {
  const before = withoutRetractedOutcomes(old, now, day)
  return [
    ...before.decisions.flatMap((decisions) => roundsKept(decisions, before, now, day)),
    ...now.decisions.flatMap((decisions) => [
      ...roundsBegun(decisions, before, now, day),
      ...rulingsGiven(decisions, before, day),
    ]),
    ...copiesKept(before, now),
    ...editionsKept(before, now),
    ...serialsRisen(before, now),
    ...policyApart(before, now),
    ...signedChanges(before, now, day, SINCE_RULE, between),
    ...lateArrivals(before, now, day, SINCE_RULE),
    ...finalPeriods(before, now, day, SINCE_RULE),
    ...movedTexts(before, now, SINCE_RULE),
    ...needlessVoids(before, now, SINCE_RULE),
    ...renamedTerms(before, now, SINCE_RULE),
    ...arrivedAhead(before, now, day),
    ...departures(before, now, SINCE_RULE),
    ...membersApart(before, now, SINCE_RULE),
  ]
}

const FROZEN = [
  'opened',
  'closes',
  'text',
  'rule',
  'electorate',
  'notified',
  'seal',
] as const satisfies readonly (keyof Round)[]

function roundsKept(old: Decisions, before: Programme, now: Programme, day: string): Finding[] {
  const current = now.decisions.find(({ proposal }) => proposal === old.proposal)
  if (current === undefined) return [finding(old.document.path, null, '', 'fileRemoved')]
  return old.rounds.flatMap((round, index) => {
    const { document } = current
    const pointer = `/rounds/${index}`
    const again = current.rounds[index]
    if (again === undefined)
      return [finding(document.path, document, '/rounds', 'roundRemoved', { opened: round.opened })]
    const field = FROZEN.find((key) => !isSameValue(round[key], again[key]))
    if (field !== undefined)
      return [
        finding(document.path, document, `${pointer}/${field}`, 'roundChanged', {
          field,
          opened: round.opened,
        }),
      ]
    // One that had no effect may be taken away, or given again with a signature.
    const standing = round.rulings.filter(
      (one) => round.outcome !== null || rulingFault(before, round, one, day) === null,
    )
    const kept = again.rulings.filter((one) => standing.some((old) => isSameValue(old, one)))
    if (!isSameValue(standing, kept))
      return [
        finding(document.path, document, `${pointer}/rulings`, 'roundChanged', {
          field: 'rulings',
          opened: round.opened,
        }),
      ]
    const began = round.finalPeriod ?? []
    if (!isSameValue(began, (again.finalPeriod ?? []).slice(0, began.length)))
      return [
        finding(document.path, document, `${pointer}/final-period`, 'roundChanged', {
          field: 'final-period',
          opened: round.opened,
        }),
      ]
    if (round.outcome !== null && !isSameValue(round.outcome, again.outcome))
      return [
        finding(document.path, document, `${pointer}/outcome`, 'roundChanged', {
          field: 'outcome',
          opened: round.opened,
        }),
      ]
    return []
  })
}

// A seal written by hand over a list or a rule of one's own holds: what a new round froze must be
// what the programme says, before or now.
function roundsBegun(
  { proposal, rounds, document }: Decisions,
  before: Programme,
  now: Programme,
  day: string,
): Finding[] {
  // What cannot be read whole is an error of its own.
  if (!document.sound) return []
  const old = before.decisions.find((one) => one.proposal === proposal)?.rounds.length ?? 0
  return rounds.slice(old).flatMap(({ opened, closes, rule, electorate, outcome }, index) => {
    const pointer = `/rounds/${old + index}`
    const weighs = ruleThatAsks(rule, 'weight') !== null
    const ruled = [before, now].some((programme) => isSameValue(ruleFor(programme, proposal), rule))
    const isMoved =
      ruled &&
      isOfAnotherAxis(proposal, before, now) &&
      !isSameValue(ruleFor(before, proposal), rule)
    const listed = [before, now].some((programme) =>
      isSameValue(electorateOn(programme, opened, weighs), electorate),
    )
    return [
      ...(ruled
        ? []
        : [finding(document.path, document, `${pointer}/rule`, 'ruleOfNoOne', { opened })]),
      ...(isMoved
        ? [
            {
              ...finding(document.path, document, `${pointer}/rule`, 'ruleOfNewAxis', { opened }),
              severity: 'warning' as const,
            },
          ]
        : []),
      ...(listed
        ? []
        : [
            finding(document.path, document, `${pointer}/electorate`, 'strangeElectorate', {
              opened,
            }),
          ]),
      // Days are written by people: only a round that others have seen open is sure to have been
      // open.
      ...(outcome === null && closes < day
        ? [
            {
              ...finding(document.path, document, `${pointer}/closes`, 'openedTooLate', {
                opened,
                closes,
              }),
              severity: 'warning' as const,
            },
          ]
        : []),
      ...(outcome === null || outcome.result === 'void'
        ? []
        : [
            finding(document.path, document, `${pointer}/outcome/closed`, 'openedAndClosed', {
              opened,
            }),
          ]),
    ]
  })
}

// Rulings are held against the policy and the keys of before. What nobody signed, anybody may have
// written: it is given while others can see it in time.
function rulingsGiven(
  { proposal, rounds, document }: Decisions,
  before: Programme,
  day: string,
): Finding[] {
  const old = before.decisions.find((one) => one.proposal === proposal)?.rounds ?? []
  const keyring = keyringOf(before)
  return rounds.flatMap((round, index) => {
    const { outcome, rulings, closes } = round
    if (old[index]?.outcome) return []
    return rulings.flatMap((ruling, rank): Finding[] => {
      const at = (field: string) => `/rounds/${index}/rulings/${rank}${field}`
      const isNew = old[index]?.rulings.some((one) => isSameValue(one, ruling)) !== true
      // In an open round, every check holds them against the policy.
      const against = outcome === null ? null : againstPolicy(ruling, before.manifest.decision)
      if (against !== null)
        return [
          finding(document.path, document, at(`/${against.field}`), against.message, against.data),
        ]
      const why =
        isNew || outcome !== null
          ? rulingSignatureFault(round, ruling, outcome?.closed ?? day, keyring)
          : ''
      if (why !== '')
        return [
          finding(document.path, document, at('/signature'), 'rulingUnheard', {
            member: ruling.on,
            by: ruling.by,
            why,
          }),
        ]
      if (!isNew || ruling.signature !== undefined || (outcome === null && closes >= day)) return []
      return [
        finding(
          document.path,
          document,
          at('/date'),
          outcome === null ? 'rulingLate' : 'rulingWithOutcome',
          { closes },
        ),
      ]
    })
  })
}

// Once merged, nobody could take it away again: rounds only grow.
function arrivedAhead(before: Programme, now: Programme, day: string): Finding[] {
  const known = datedAhead(before, day)
  return datedAhead(now, day)
    .filter(({ data }) => !known.some((old) => isSameValue(old.data, data)))
    .map((found) => ({ ...found, rule: SINCE_RULE, severity: 'error', message: 'closedInFuture' }))
}

function ruleFor({ manifest: { decision }, proposals }: Programme, id: string): DecisionRule {
  const axis = proposals.find((one) => one.id === id)?.axis ?? ''
  return decision.rules[axis] ?? decision.default
}

// Rules may differ from axis to axis: who moves a text chooses among them.
function isOfAnotherAxis(proposal: string, before: Programme, now: Programme): boolean {
  const [then, today] = [before, now].map(
    ({ proposals }) => proposals.find(({ id }) => id === proposal)?.axis,
  )
  return then !== undefined && then !== today
}

function copiesKept(before: Programme, now: Programme): Finding[] {
  const texts = new Map(now.records.map(({ path, text }) => [path, text]))
  return before.records
    .filter(({ path, text }) => texts.get(path) !== text)
    .map(({ path }) => finding(path, null, '', texts.has(path) ? 'copyChanged' : 'fileRemoved'))
}

function editionsKept(before: Programme, now: Programme): Finding[] {
  const texts = new Map(now.editions.map(({ document }) => [document.path, document.text]))
  return before.editions
    .filter(({ document: { path, text } }) => texts.get(path) !== text)
    .map(({ document: { path } }) =>
      finding(path, null, '', texts.has(path) ? 'editionChanged' : 'editionRemoved'),
    )
}

function serialsRisen(before: Programme, now: Programme): Finding[] {
  // A file that goes takes its serial with it: an older one could then come back.
  return before.positions.flatMap((old) => {
    const current = now.positions.find((one) => one.document.path === old.document.path)
    if (current === undefined) return [finding(old.document.path, null, '', 'positionsRemoved')]
    const { serial, document } = current
    if (old.document.text === document.text || serial > old.serial) return []
    return [
      finding(document.path, document, '/serial', 'serialNotRaised', {
        serial,
        old: old.serial,
        wanted: old.serial + 1,
      }),
    ]
  })
}

function policyApart(before: Programme, now: Programme): Finding[] {
  const changed = policyChanged(before, now)
  if (changed === null) return []
  const votes = ['positions', 'decisions'] as const
  const textsOf = (programme: Programme) =>
    [
      ...votes.flatMap((kind) => programme[kind].map(({ document }) => document)),
      ...programme.signatures,
    ]
      .map(({ path, text }) => `${path}\n${text}`)
      .sort()
  return isSameValue(textsOf(before), textsOf(now))
    ? []
    : [finding(changed.path, changed.document, changed.pointer, 'policyAndVotes')]
}

const POLICY = [
  ['decision', '/decision'],
  ['sections', '/sections'],
  ['lint', '/lint'],
  ['lintPaths', '/lint-paths'],
  // By it a last day ends earlier or later.
  ['timezone', '/timezone'],
] as const

function policyChanged(
  before: Programme,
  now: Programme,
): { readonly path: string; readonly document: Document | null; readonly pointer: string } | null {
  const manifest = now.documents.find(({ kind }) => kind === 'manifest') ?? null
  for (const [key, pointer] of POLICY) {
    if (!isSameValue(before.manifest[key], now.manifest[key]))
      return { path: 'programme.yaml', document: manifest, pointer }
  }
  const keysOf = (collective: Collective | undefined) =>
    (collective?.delegates ?? [])
      .filter(({ keys }) => keys.length > 0)
      .map(({ id, keys }) => ({ id, keys }))
  const keysIn = ({ collectives }: Programme, wanted: string) =>
    keysOf(collectives.find(({ id }) => id === wanted))
  const other = [...now.collectives, ...before.collectives].find(
    ({ id }) => !isSameValue(keysIn(before, id), keysIn(now, id)),
  )
  return other === undefined
    ? null
    : { path: other.document.path, document: other.document, pointer: '/delegates' }
}

function finding(
  path: string,
  document: Document | null,
  pointer: string,
  message: keyof typeof sinceMessages & string,
  data: MessageData = {},
): Finding {
  const field = document?.places[pointer]
  return {
    rule: SINCE_RULE,
    severity: 'error',
    message,
    data,
    path,
    place: field?.value ?? FILE_START,
  }
}
