import type { Programme, Round } from '@cahier/core'
import { electorateOn } from './members.ts'
import { ruleThatAsks } from './methods/index.ts'
import { openingSeal } from './seal.ts'

/** A field of a round that a seal covers. */
export type SealedField = 'opened' | 'text' | 'rule' | 'electorate'

/** A round as its seal says it was opened, and the one field that was written over since; `null` as a field when none was. */
export interface AsSealed {
  readonly round: Round
  readonly field: SealedField | null
}

/**
 * Finds what was changed in a round whose seal no longer fits, by putting back, one field at a time, what the rest of the folder says it was:
 * the copy of the text, the rule of the manifest, the members of that day. `null` when no single field explains the seal.
 */
export function asSealed(programme: Programme, proposal: string, round: Round, frozen: string): AsSealed | null {
  const fits = (one: Round) => openingSeal(proposal, one) === round.seal
  if (fits(round)) return { round, field: null }
  const { rules, default: common } = programme.manifest.decision
  const axis = programme.proposals.find(({ id }) => id === proposal)?.axis ?? ''
  const guesses: readonly (readonly [SealedField, Partial<Round>])[] = [
    ['text', { text: frozen }],
    ['rule', { rule: rules[axis] ?? common }],
    ['electorate', { electorate: electorateOn(programme, round.opened, ruleThatAsks(round.rule, 'weight') !== null) }],
    ...daysOfCopies(programme, proposal).map((opened) => ['opened', { opened }] as const),
  ]
  const right = guesses.find(([, guess]) => fits({ ...round, ...guess }))
  return right === undefined ? null : { round: { ...round, ...right[1] }, field: right[0] }
}

function daysOfCopies(programme: Programme, proposal: string): readonly string[] {
  const folder = `decisions/${proposal}/`
  return programme.records
    .filter(({ path }) => path.startsWith(folder) && path.endsWith('/text.md'))
    .map(({ path }) => path.slice(folder.length, -'/text.md'.length))
}
