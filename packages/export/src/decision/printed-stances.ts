import { type CountedStance, STANCE_WORDS, type StanceKind, type VerdictStance } from '@cahier/core'
import { compareTexts } from '@cahier/prose'
import type { SelectedProposal } from '../compose/selection.ts'
import { RULED_OBJECTION_LABELS } from '../edition/labels.ts'
import type { Statement } from '../edition/measure.ts'
import type { PrintContext, ProgrammeContext } from '../print/context.ts'
import { rulingAgainst } from './round-tally.ts'

export interface PrintedStance {
  readonly stance: StanceKind
  readonly date: string
  readonly argument: string
  readonly liftsIf: string
  /** Given on another text. */
  readonly stale: boolean
  /** Still valid: a stale objection is, other stale stances are not. */
  readonly holds: boolean
  /** The ruling of a facilitator, or `null`. */
  readonly ruling: 'inadmissible' | 'overruled' | 'recused' | null
}

/**
 * Each member's stance on the printed text, by member: the one recorded when the round closed,
 * unless a valid one replaced it since. Objections after the close are included.
 */
export function printedStances(entry: SelectedProposal): ReadonlyMap<string, PrintedStance> {
  const { proposal, round, verdict } = entry
  const stances = new Map<string, PrintedStance>()
  if (round?.outcome && round.text === proposal.normative) {
    for (const [member, stance] of Object.entries(round.outcome.stances))
      if (stance.state !== 'uncounted') stances.set(member, recordedStance(stance, entry, member))
  }
  for (const [member, stance] of Object.entries(verdict?.stances ?? {})) {
    if (stance.state === 'uncounted' || !isAuthentic(stance) || !isAboutPrinted(stance, entry))
      continue
    const stale = stance.state === 'stale' && !entry.fromCopy
    const holds = stance.counted || stance.why === 'afterClose'
    if (holds || (stale && !stances.has(member)))
      stances.set(member, currentStance(stance, { stale, holds }, entry, member))
  }
  return stances
}

// When an adopted copy is printed, only objections to that copy count among today's stances.
function isAboutPrinted(stance: VerdictStance, { fromCopy, proposal }: SelectedProposal): boolean {
  return !fromCopy || (stance.text === proposal.normative && stance.stance === 'objection')
}

function recordedStance(
  stance: CountedStance,
  entry: SelectedProposal,
  member: string,
): PrintedStance {
  const stale = stance.state === 'stale'
  return {
    stance: stance.stance,
    date: stance.date,
    argument: stance.argument ?? '',
    liftsIf: stance['lifts-if'] ?? '',
    stale,
    holds: !stale || stance.stance === 'objection',
    ruling: rulingOf(stance, entry, member),
  }
}

function currentStance(
  stance: VerdictStance,
  validity: Pick<PrintedStance, 'stale' | 'holds'>,
  entry: SelectedProposal,
  member: string,
): PrintedStance {
  const { argument, liftsIf, date } = stance
  return {
    stance: stance.stance,
    date,
    argument,
    liftsIf,
    ...validity,
    ruling: rulingOf(stance, entry, member),
  }
}

function rulingOf(
  stance: { readonly date: string; readonly text?: string },
  { round }: SelectedProposal,
  member: string,
): PrintedStance['ruling'] {
  return rulingAgainst(round?.rulings ?? [], member, stance)?.ruling ?? null
}

/** The valid objections, then reservations, each by member. */
export function dissentOf(
  entry: SelectedProposal,
  context: ProgrammeContext,
): readonly Statement[] {
  return [...printedStances(entry)]
    .filter(
      ([, { stance, holds }]) => holds && (stance === 'reservation' || stance === 'objection'),
    )
    .sort(([idA, a], [idB, b]) => compareTexts(a.stance, b.stance) || compareTexts(idA, idB))
    .map(([collective, printed]) => {
      const { name, example } = context.names(collective)
      const { stance, date, argument, liftsIf, stale } = printed
      return {
        collective,
        collectiveName: name,
        example,
        stance,
        stanceLabel: stanceLabelOf(printed, context),
        date,
        argument: context.text(argument),
        liftsIf: context.text(liftsIf),
        stale,
      }
    })
}

/** A stance in words, with its ruling. */
export function stanceLabelOf(
  { stance, ruling }: PrintedStance,
  { language }: PrintContext,
): string {
  return stance === 'objection' && ruling !== null
    ? RULED_OBJECTION_LABELS[language][ruling]
    : STANCE_WORDS[language][stance]
}

/** True for a stance really given by a member, even stale or late; false if forged or unsigned. */
export function isAuthentic({ counted, why }: VerdictStance): boolean {
  return counted || why === 'textChanged' || why === 'afterClose' || why === 'left'
}
