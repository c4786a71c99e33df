import type { DecisionRule, Electorate, Programme, Round } from '@cahier/core'
import canonicalize from 'canonicalize'
import { dayAfter } from '../days-between.ts'
import { electorateOn } from '../members.ts'
import { ruleThatAsks } from '../methods/index.ts'
import { roundCopies } from '../round-copies.ts'
import { openingSeal } from '../seal.ts'

/** A field of a round that a seal covers. */
export type SealedField = 'opened' | 'closes' | 'text' | 'rule' | 'electorate'

/**
 * A round as its seal says it was opened, and the one field that was written over since; `null` as
 * a field when none was.
 */
export interface AsSealed {
  readonly round: Round
  readonly field: SealedField | null
}

/**
 * Tells how a round was opened, from its seal; `frozen` is the digest of the copy it kept. `null`
 * when no single field explains the seal.
 */
export type SealReader = (proposal: string, round: Round, frozen: string) => AsSealed | null

/**
 * Finds what was changed in a round whose seal no longer fits, by putting back, one field at a
 * time, what the rest of the folder says it was: the copy of the text, a rule of the manifest or of
 * another round, the members of that day, with one more or one less, the days around. Where many
 * seals are broken, the first are searched: the others are as broken.
 */
export function sealReader(programme: Programme): SealReader {
  const rounds = programme.decisions.flatMap((decisions) => decisions.rounds)
  const { rules, default: common } = programme.manifest.decision
  const rulesKnown = different<DecisionRule>([
    common,
    ...Object.values(rules),
    ...rounds.map(({ rule }) => rule),
  ])
  const electorates = different(rounds.map(({ electorate }) => electorate))
  let searches = 0
  return (proposal, round, frozen) => {
    const fits = (one: Round) => openingSeal(proposal, one) === round.seal
    if (fits(round)) return { round, field: null }
    if (searches++ >= MOST) return null
    const guesses: readonly (readonly [SealedField, Partial<Round>])[] = [
      ['text', { text: frozen }],
      ...rulesKnown.map((rule) => ['rule', { rule }] as const),
      ...[...electoratesNear(programme, round), ...electorates].map(
        (electorate) => ['electorate', { electorate }] as const,
      ),
      ...roundCopies(programme, proposal).map(({ opened }) => ['opened', { opened }] as const),
      ...daysAround(round).map((closes) => ['closes', { closes }] as const),
    ]
    const right = guesses.find(([, guess]) => fits({ ...round, ...guess }))
    return right === undefined ? null : { round: { ...round, ...right[1] }, field: right[0] }
  }
}

const MOST = 50

function different<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [canonicalize(value), value])).values()]
}

function electoratesNear(
  programme: Programme,
  { opened, rule, electorate }: Round,
): readonly Electorate[] {
  const weighs = ruleThatAsks(rule, 'weight') !== null
  const less = Object.keys(electorate).map((gone) =>
    Object.fromEntries(Object.entries(electorate).filter(([member]) => member !== gone)),
  )
  const weighed = programme.collectives.map(({ id, weight }) => [id, weighs ? weight : 1] as const)
  const more = weighed.map(([id, weight]) => ({ ...electorate, [id]: weight }))
  return [electorateOn(programme, opened, weighs), ...less, ...more]
}

/** Every last day a round may have had, up to a year after it opened. */
function daysAround({ opened }: Round): readonly string[] {
  return Array.from({ length: 366 }, (_, days) => dayAfter(opened, days + 1))
}
