import type { StanceKind, Verdict, VerdictStance } from '@cahier/core'

/** What a member still has to do about a proposal: answer an open round, mend a stance that does not count, look again at a text that changed. */
export type Task = 'answer' | 'mend' | 'look-again'

export interface Duty {
  readonly proposal: string
  readonly task: Task
  /** Last day of the open round, `YYYY-MM-DD`; `''` when none is open. */
  readonly closes: string
  /** What the member had said; `null` when nothing. */
  readonly stance: StanceKind | null
  /** Why that is not enough: the `why` of a stance, or `''`. */
  readonly why: string
}

/** What one member still has to do, in print order: enough for a delegate to work through in one evening. */
export function dutiesOf(verdicts: readonly Verdict[], member: string): readonly Duty[] {
  return verdicts.flatMap((verdict) => {
    const task = taskIn(verdict, member)
    if (task === null) return []
    const stance = verdict.stances[member]
    const closes = verdict.status === 'open' ? (verdict.round?.closes ?? '') : ''
    return [{ proposal: verdict.proposal, task, closes, stance: stance?.stance ?? null, why: stance?.why ?? '' }]
  })
}

function taskIn({ status, electorate, stances, round }: Verdict, member: string): Task | null {
  const stance = stances[member]
  if (!electorate.includes(member)) return null
  if (status === 'open') {
    const isRecused = round?.rulings.some(({ on, ruling }) => on === member && ruling === 'recused') === true
    if (isRecused || stance?.why === 'left') return null
    return stance === undefined ? 'answer' : toRedo(stance)
  }
  // Where nothing is open, only what was said can be out of date.
  return stance !== undefined && ['draft', 'changed', 'void'].includes(status) ? toRedo(stance) : null
}

function toRedo({ state, counted, why }: VerdictStance): Task | null {
  if (why === 'textChanged' || (state === 'stale' && counted)) return 'look-again'
  return counted ? null : 'mend'
}
