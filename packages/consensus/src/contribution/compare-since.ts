import type { Collective, Finding, Programme } from '@cahier/core'
import { collectiveOf, positionsAt } from '../find-by-id.ts'
import { isSameValue } from '../is-same-value.ts'
import { withoutRetractedOutcomes } from '../records/future-outcomes.ts'
import { contributionFinding } from './contribution-messages.ts'
import { departures, joiningChanges, lateArrivals } from './member-changes.ts'
import {
  changedRounds,
  finalPeriodChanges,
  futureOutcomes,
  needlessVoids,
  newRulings,
  openedRounds,
} from './round-changes.ts'
import { type FormerFile, signedChanges } from './signed-changes.ts'
import { manifestOf, normativeChanges, termChanges } from './text-changes.ts'

/**
 * Findings on a contribution, the changes from `old` to `now`. Records must not change, and votes
 * must not change together with policy or keys. `between` gives the positions files (members'
 * stances) in the commits of the contribution. It is called only if the contribution closes a round
 * (a vote).
 */
export function compareSince(
  old: Programme,
  now: Programme,
  day: string,
  between: () => readonly FormerFile[] = () => [],
): readonly Finding[] {
  const before = withoutRetractedOutcomes(old, now, day)
  return [
    ...changedRounds(before, now, day),
    ...openedRounds(before, now, day),
    ...newRulings(before, now, day),
    ...changedCopies(before, now),
    ...serialsNotRaised(before, now),
    ...(isSameValue(votesIn(before), votesIn(now)) ? [] : policyChanges(before, now)),
    ...signedChanges(before, now, day, between),
    ...lateArrivals(before, now, day),
    ...finalPeriodChanges(before, now, day),
    ...normativeChanges(before, now),
    ...needlessVoids(before, now),
    ...termChanges(before, now),
    ...futureOutcomes(before, now, day),
    ...departures(before, now),
    ...joiningChanges(before, now),
  ]
}

function changedCopies(before: Programme, now: Programme) {
  const texts = new Map(keptFiles(now).map(({ path, text }) => [path, text]))
  return keptFiles(before)
    .filter(({ path, text }) => texts.get(path) !== text)
    .map(({ path }) => {
      const message = texts.has(path) ? 'copyChanged' : 'fileRemoved'
      return contributionFinding({ path, places: {} }, '', message)
    })
}

function keptFiles({ records, signatures, editions }: Programme) {
  return [
    ...records,
    ...signatures.filter(({ path }) => path.startsWith('decisions/')),
    ...editions.map(({ document }) => document),
  ]
}

function serialsNotRaised(before: Programme, now: Programme) {
  return before.positions.flatMap((old) => {
    const current = positionsAt(now, old.document.path)
    if (current === undefined) {
      const removed = { path: old.document.path, places: {} }
      return [contributionFinding(removed, '', 'positionsRemoved')]
    }
    const { serial, document } = current
    if (old.document.text === document.text || serial > old.serial) return []
    const data = { serial, old: old.serial, wanted: old.serial + 1 }
    return [contributionFinding(document, '/serial', 'serialNotRaised', data)]
  })
}

function votesIn({ positions, decisions, signatures }: Programme) {
  return [...[...positions, ...decisions].map(({ document }) => document), ...signatures]
    .map(({ path, text }) => `${path}\n${text}`)
    .sort()
}

function policyChanges(before: Programme, now: Programme): readonly Finding[] {
  const changed = POLICY.find(([key]) => !isSameValue(before.manifest[key], now.manifest[key]))
  if (changed !== undefined)
    return [contributionFinding(manifestOf(now), changed[1], 'policyAndVotes')]
  const other = [...now.collectives, ...before.collectives].find(
    ({ id }) => !isSameValue(keysOf(collectiveOf(before, id)), keysOf(collectiveOf(now, id))),
  )
  return other === undefined
    ? []
    : [contributionFinding(other.document, '/delegates', 'policyAndVotes')]
}

const POLICY = [
  ['decision', '/decision'],
  ['sections', '/sections'],
  ['lint', '/lint'],
  ['lintPaths', '/lint-paths'],
  // The time zone decides when a last day ends.
  ['timezone', '/timezone'],
] as const

function keysOf(collective: Collective | undefined) {
  return (collective?.delegates ?? [])
    .filter(({ keys }) => keys.length > 0)
    .map(({ id, keys }) => ({ id, keys }))
}
