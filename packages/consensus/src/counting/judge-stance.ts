import type { Round, Stance, VerdictStance } from '@cahier/core'
import { type Signing, stanceSignatureFault } from '../signatures/signing.ts'

/** What a stance is held against. */
export interface StanceContext {
  /** Current `normative` digest. */
  readonly text: string
  /** The day one looks: a later date is in the future. */
  readonly day: string
  /** The round it would count in, or `null`. */
  readonly round: (Pick<Round, 'closes' | 'electorate'> & Partial<Pick<Round, 'outcome'>>) | null
  /** Whether the positions file is one of this programme. */
  readonly ours: boolean
  /** Who signed that file. */
  readonly signing: Signing
}

/**
 * Whether a stance counts, and if not why: its author is of the electorate, it is about the current
 * text, it is dated no later than the close. A stale objection stands until its author looks again.
 * `null` for silence.
 */
export function judgeStance(
  member: string,
  stance: Stance,
  bench: StanceContext,
): VerdictStance | null {
  if (stance.stance === null) return null
  const state = stance.text === '' ? 'uncounted' : stance.text === bench.text ? 'fresh' : 'stale'
  const why = whyNot(member, stance, bench)
  const stands = state === 'stale' && stance.stance === 'objection'
  const counted = why === '' && (state === 'fresh' || stands)
  const { proposal, stance: kind, date, text, by, argument, liftsIf } = stance
  const told = why || (state === 'stale' ? (stands ? 'standing' : 'textChanged') : '')
  return { proposal, stance: kind, date, text, by, argument, liftsIf, state, counted, why: told }
}

function whyNot(member: string, stance: Stance, bench: StanceContext): string {
  const { day, round, ours, signing } = bench
  if (!ours) return 'otherProgramme'
  if (round !== null && !Object.hasOwn(round.electorate, member)) return 'notMember'
  const unheard = stanceSignatureFault(stance, recordedOn(member, stance, bench) ?? day, signing)
  if (unheard !== '') return unheard
  if (stance.text === '') return 'noText'
  if (stance.date > day) return 'future'
  if (round !== null && stance.date > round.closes) return 'afterClose'
  if (stance.stance === 'objection' && stance.argument === '') return 'noArgument'
  return ''
}

// What a round recorded when it closed does not fall with a key revoked later.
function recordedOn(
  member: string,
  { stance, date, text }: Stance,
  { round }: StanceContext,
): string | undefined {
  const recorded = round?.outcome?.stances[member]
  const isIt = recorded?.stance === stance && recorded?.date === date && recorded?.text === text
  return isIt && recorded?.state !== 'uncounted' ? round?.outcome?.closed : undefined
}
