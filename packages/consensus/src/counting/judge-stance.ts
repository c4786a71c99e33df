import type { JudgedStance, Round, Stance } from '@cahier/core'
import { type Signing, stanceSignatureFault } from '../signatures/signing.ts'

export interface StanceContext {
  /** The digest of the text that members vote on. */
  readonly text: string
  readonly day: string
  /** The round in which the stance would count, or null. */
  readonly round: (Pick<Round, 'closes' | 'electorate'> & Partial<Pick<Round, 'outcome'>>) | null
  /** True when the file of the stance names this programme. */
  readonly ours: boolean
  readonly signing: Signing
}

/**
 * The verdict on a stance. It counts when a member of the round gave it on the current text, by the
 * last day. An objection to an older text counts too.
 */
export function judgeStance(member: string, stance: Stance, context: StanceContext): JudgedStance {
  const state = stance.text === '' ? 'uncounted' : stance.text === context.text ? 'fresh' : 'stale'
  const why = whyNotCounted(member, stance, context)
  const isObjection = state === 'stale' && stance.stance === 'objection'
  const counted = why === '' && (state === 'fresh' || isObjection)
  const reason = why || (state === 'stale' ? (isObjection ? 'standing' : 'textChanged') : '')
  return { ...stance, state, counted, why: reason }
}

function whyNotCounted(member: string, stance: Stance, context: StanceContext): string {
  const { day, round, ours, signing } = context
  if (!ours) return 'otherProgramme'
  if (round !== null && !Object.hasOwn(round.electorate, member)) return 'notMember'
  const fault = stanceSignatureFault(stance, recordedOn(member, stance, context) ?? day, signing)
  if (fault !== '') return fault
  if (stance.text === '') return 'noText'
  if (stance.date > day) return 'future'
  if (round !== null && stance.date > round.closes) return 'afterClose'
  if (stance.stance === 'objection' && stance.argument === '') return 'noArgument'
  return ''
}

// The closing day, if the outcome recorded this stance: later revocations of its key are ignored.
function recordedOn(
  member: string,
  { stance, date, text }: Stance,
  { round }: StanceContext,
): string | undefined {
  const recorded = round?.outcome?.stances[member]
  const isRecorded =
    recorded?.stance === stance && recorded?.date === date && recorded?.text === text
  return isRecorded && recorded?.state !== 'uncounted' ? round?.outcome?.closed : undefined
}
