import type { JudgedStance, MemberToAsk, Programme, StanceKind, Verdict } from '@cahier/core'
import { isRecused, membersOn } from './count-stances.ts'

/**
 * What a member should do: answer, correct a stance (vote), or look again at a changed or merged
 * text.
 */
export type Task = 'answer' | 'mend' | 'look-again'

export interface Duty {
  readonly proposal: string
  readonly task: Task
  /** The last day of the open round, `YYYY-MM-DD`; empty when none is open. */
  readonly closes: string
  readonly stance: StanceKind | null
  /**
   * Why the stance is stale or does not count. `mergedSince` if the member spoke only on merged
   * proposals. Otherwise empty.
   */
  readonly why: string
  /** The member's stances on proposals merged into this one. */
  readonly onMerged: MemberToAsk['stances']
}

/**
 * The tasks of a member on a day, in the order of `verdicts`. Empty for a collective that is not a
 * member.
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
    const onMerged = stancesOnMerged(verdict, member)
    const why = stance?.why ?? (onMerged.length > 0 ? 'mergedSince' : '')
    return [
      { proposal: verdict.proposal, task, closes, stance: stance?.stance ?? null, why, onMerged },
    ]
  })
}

function stancesOnMerged({ again }: Verdict, member: string) {
  return again.find((one) => one.member === member)?.stances ?? []
}

function taskIn(verdict: Verdict, member: string): Task | null {
  const { status, electorate, stances, round } = verdict
  const stance = stances[member]
  if (!electorate.includes(member)) return null
  if (status === 'open') {
    if (isRecused(round?.rulings ?? [], member)) return null
    return stance === undefined ? 'answer' : taskForStance(stance)
  }
  if (status === 'draft' && stancesOnMerged(verdict, member).length > 0) return 'look-again'
  return stance !== undefined && ['draft', 'changed', 'void'].includes(status)
    ? taskForStance(stance)
    : null
}

function taskForStance({ state, counted, why }: JudgedStance): Task | null {
  if (why === 'textChanged' || (state === 'stale' && counted)) return 'look-again'
  return counted ? null : 'mend'
}
