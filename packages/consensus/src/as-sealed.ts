import type { DecisionRule, Electorate, Programme, Round } from '@cahier/core'
import { dayAfter } from './days-between.ts'
import { electorateOn } from './members.ts'
import { ruleThatAsks } from './methods/index.ts'
import { openingSeal } from './seal.ts'

/** A field of a round that a seal covers. */
export type SealedField = 'opened' | 'closes' | 'text' | 'rule' | 'electorate'

/** A round as its seal says it was opened, and the one field that was written over since; `null` as a field when none was. */
export interface AsSealed {
  readonly round: Round
  readonly field: SealedField | null
}

/**
 * Finds what was changed in a round whose seal no longer fits, by putting back, one field at a time, what the rest of the folder says it was:
 * the copy of the text, a rule of the manifest or of another round, the members of that day, with one more or one less, the days around.
 * `null` when no single field explains the seal.
 */
export function asSealed(programme: Programme, proposal: string, round: Round, frozen: string): AsSealed | null {
  const fits = (one: Round) => openingSeal(proposal, one) === round.seal
  if (fits(round)) return { round, field: null }
  const others = programme.decisions.flatMap(({ rounds }) => rounds)
  const guesses: readonly (readonly [SealedField, Partial<Round>])[] = [
    ['text', { text: frozen }],
    ...rulesKnown(programme, others).map((rule) => ['rule', { rule }] as const),
    ...electoratesNear(programme, round, others).map((electorate) => ['electorate', { electorate }] as const),
    ...daysOfCopies(programme, proposal).map((opened) => ['opened', { opened }] as const),
    ...daysAround(round).map((closes) => ['closes', { closes }] as const),
  ]
  const right = guesses.find(([, guess]) => fits({ ...round, ...guess }))
  return right === undefined ? null : { round: { ...round, ...right[1] }, field: right[0] }
}

function rulesKnown(programme: Programme, rounds: readonly Round[]): readonly DecisionRule[] {
  const { rules, default: common } = programme.manifest.decision
  return [common, ...Object.values(rules), ...rounds.map(({ rule }) => rule)]
}

function electoratesNear(programme: Programme, { opened, rule, electorate }: Round, others: readonly Round[]): readonly Electorate[] {
  const weighs = ruleThatAsks(rule, 'weight') !== null
  const less = Object.keys(electorate).map((gone) => Object.fromEntries(Object.entries(electorate).filter(([member]) => member !== gone)))
  const weighed = programme.collectives.map(({ id, weight }) => [id, weighs ? weight : 1] as const)
  const more = weighed.map(([id, weight]) => ({ ...electorate, [id]: weight }))
  return [electorateOn(programme, opened, weighs), ...others.map((one) => one.electorate), ...less, ...more]
}

/** Every last day a round may have had, up to a year after it opened. */
function daysAround({ opened }: Round): readonly string[] {
  return Array.from({ length: 366 }, (_, days) => dayAfter(opened, days + 1))
}

function daysOfCopies(programme: Programme, proposal: string): readonly string[] {
  const folder = `decisions/${proposal}/`
  return programme.records
    .filter(({ path }) => path.startsWith(folder) && path.endsWith('/text.md'))
    .map(({ path }) => path.slice(folder.length, -'/text.md'.length))
}
