import type { AskedAgain, Programme, StanceKind, Verdict, VerdictStance } from '@cahier/core'
import { membersOn } from './members.ts'

/**
 * What a member still has to do about a proposal: answer an open round, mend a stance that does not
 * count, look again at a text that changed.
 */
export type Task = 'answer' | 'mend' | 'look-again'

export interface Duty {
  readonly proposal: string
  readonly task: Task
  /** Last day of the open round, `YYYY-MM-DD`; `''` when none is open. */
  readonly closes: string
  /** What the member had said; `null` when nothing. */
  readonly stance: StanceKind | null
  /** Why that is not enough: the `why` of a stance, `mergedSince`, or `''`. */
  readonly why: string
  /** What the member had said of proposals that were merged into this one. */
  readonly said: AskedAgain['said']
}

/**
 * What one member still has to do on a day, in print order: enough for a delegate to work through
 * in one evening. Nothing once it has left, not even in the rounds that still wait for it.
 */
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

function saidBefore({ again }: Verdict, member: string): AskedAgain['said'] {
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
  // Where nothing is open, only what was said can be out of date.
  return stance !== undefined && ['draft', 'changed', 'void'].includes(status)
    ? toRedo(stance)
    : null
}

function toRedo({ state, counted, why }: VerdictStance): Task | null {
  if (why === 'textChanged' || (state === 'stale' && counted)) return 'look-again'
  return counted ? null : 'mend'
}
