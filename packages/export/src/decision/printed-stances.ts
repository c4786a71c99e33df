import { type JudgedStance, type RulingKind, STANCE_WORDS } from '@cahier/core'
import { compareTexts } from '@cahier/prose'
import {
  RULED_OBJECTION_LABELS,
  type SelectedProposal,
  type Statement,
} from '../edition/edition.ts'
import type { PrintContext, ProgrammeContext } from '../print/context.ts'
import { rulingAgainst } from './round-tally.ts'

export interface PrintedStance
  extends Pick<JudgedStance, 'stance' | 'date' | 'argument' | 'liftsIf'> {
  /** True for a stance on another text than the printed one. */
  readonly stale: boolean
  /** True when the stance still counts. Of stale stances, only objections do. */
  readonly valid: boolean
  readonly ruling: RulingKind | null
}

/**
 * The stances to print, by member. A valid newer stance replaces the stance recorded when the
 * round (a consultation) closed. Objections after the close are included.
 */
export function printedStances(
  entry: Pick<SelectedProposal, 'proposal' | 'round' | 'verdict' | 'fromCopy'>,
): ReadonlyMap<string, PrintedStance> {
  const { proposal, round, verdict, fromCopy } = entry
  const rulingOn = (member: string, stance: JudgedStance) =>
    rulingAgainst(round?.rulings ?? [], member, stance)?.ruling ?? null
  const stances = new Map<string, PrintedStance>()
  const recorded = round?.text === proposal.normative ? (round.outcome?.stances ?? {}) : {}
  for (const [member, given] of Object.entries(recorded)) {
    if (given.state === 'uncounted') continue
    const { stance, date, argument, liftsIf } = given
    const stale = given.state === 'stale'
    const valid = !stale || stance === 'objection'
    const ruling = rulingOn(member, given)
    stances.set(member, { stance, date, argument, liftsIf, stale, valid, ruling })
  }
  for (const [member, given] of Object.entries(verdict?.stances ?? {})) {
    const { stance, date, argument, liftsIf, state } = given
    // When the adopted copy is printed, only objections to that copy are printed among new stances.
    const isAboutPrinted =
      !fromCopy || (given.text === proposal.normative && stance === 'objection')
    if (state === 'uncounted' || !isAuthentic(given) || !isAboutPrinted) continue
    const stale = state === 'stale' && !fromCopy
    const valid = given.counted || given.why === 'afterClose'
    if (!valid && (!stale || stances.has(member))) continue
    const ruling = rulingOn(member, given)
    stances.set(member, { stance, date, argument, liftsIf, stale, valid, ruling })
  }
  return stances
}

/** The valid objections, then the valid reservations, sorted by member. */
export function dissentOf(
  entry: SelectedProposal,
  context: ProgrammeContext,
): readonly Statement[] {
  return [...printedStances(entry)]
    .filter(
      ([, { stance, valid }]) => valid && (stance === 'reservation' || stance === 'objection'),
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

/** A stance in words, with the ruling on an objection. */
export function stanceLabelOf(
  { stance, ruling }: PrintedStance,
  { language }: PrintContext,
): string {
  return stance === 'objection' && ruling !== null
    ? RULED_OBJECTION_LABELS[language][ruling]
    : STANCE_WORDS[language][stance]
}

/** True for a stance really given by a member, even stale or late; false if forged or unsigned. */
export function isAuthentic({ counted, why }: JudgedStance): boolean {
  return counted || why === 'textChanged' || why === 'afterClose' || why === 'left'
}
