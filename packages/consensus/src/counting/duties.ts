import type { MemberToAsk, Programme, StanceKind, Verdict, VerdictStance } from '@cahier/core'
import { membersOn } from './members.ts'

/**
 * A task of a member on a proposal: answer an open round, correct a stance that does not count, or
 * read a changed text again.
 */
export type Task = 'answer' | 'mend' | 'look-again'

export interface Duty {
  readonly proposal: string
  readonly task: Task
  /** The last day of the open round, `YYYY-MM-DD`; empty when none is open. */
  readonly closes: string
  /** The present stance of the member; null when there is none. */
  readonly stance: StanceKind | null
  /** Why it is not enough: the `why` of the stance, `mergedSince`, or empty. */
  readonly why: string
  /** Stances of the member on proposals that were merged into this one. */
  readonly said: MemberToAsk['said']
}

/** All tasks of one member on a day, in print order. A member that left has none. */
export function dutiesOf(
  programme: Programme,
  verdicts: readonly Verdict[],
  member: string,
  day: string,
): readonly Duty[] {
  if (!membersOn(programme, day).some(({ id }) => id === member)) return []
  return verdicts.flatMap((verdict) => {
    const task = taskIn(verdict, member)
    if (task === null) return []
    const stance = verdict.stances[member]
    const closes = verdict.status === 'open' ? (verdict.round?.closes ?? '') : ''
    const said = saidBefore(verdict, member)
    const why = stance?.why ?? (said.length > 0 ? 'mergedSince' : '')
    return [{ proposal: verdict.proposal, task, closes, stance: stance?.stance ?? null, why, said }]
  })
}

function saidBefore({ again }: Verdict, member: string): MemberToAsk['said'] {
  return again.find((one) => one.member === member)?.said ?? []
}

function taskIn(verdict: Verdict, member: string): Task | null {
  const { status, electorate, stances, round } = verdict
  const stance = stances[member]
  if (!electorate.includes(member)) return null
  if (status === 'open') {
    const isRecused =
      round?.rulings.some(({ on, ruling }) => on === member && ruling === 'recused') === true
    if (isRecused) return null
    return stance === undefined ? 'answer' : toRedo(stance)
  }
  if (status === 'draft' && saidBefore(verdict, member).length > 0) return 'look-again'
  // Without an open round, only an existing stance can be out of date.
  return stance !== undefined && ['draft', 'changed', 'void'].includes(status)
    ? toRedo(stance)
    : null
}

function toRedo({ state, counted, why }: VerdictStance): Task | null {
  if (why === 'textChanged' || (state === 'stale' && counted)) return 'look-again'
  return counted ? null : 'mend'
}
