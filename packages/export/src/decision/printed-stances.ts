import {
  isOnStance,
  type JudgedStance,
  type Round,
  type Ruling,
  type RulingKind,
  STANCE_WORDS,
  type StanceKind,
  type Tally,
  type Verdict,
} from '@cahier/core'
import { byCodeUnits } from '@cahier/prose'
import {
  RULED_OBJECTION_LABELS,
  type SelectedProposal,
  type Statement,
} from '../edition/edition.ts'
import type { PrintContext, ProgrammeContext } from '../print/context.ts'

export interface PrintedStance
  extends Pick<JudgedStance, 'stance' | 'date' | 'argument' | 'liftsIf'> {
  /** True for a stance on another text than the printed one. */
  readonly stale: boolean
  /**
   * True when the stance counts, or came after the close. Of stale stances, only objections count.
   */
  readonly valid: boolean
  readonly ruling: RulingKind | null
}

/**
 * The stances to print, by member. A newer valid stance replaces the stance recorded at the close
 * of the round (a vote).
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
    // When the copy of the adopted text is printed, only objections to that text are added.
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
    .sort(([idA, a], [idB, b]) => byCodeUnits(a.stance, b.stance) || byCodeUnits(idA, idB))
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

/** True for a stance that counts, or that is only outdated, late, or from a former member. */
export function isAuthentic({ counted, why }: JudgedStance): boolean {
  return counted || why === 'textChanged' || why === 'afterClose' || why === 'left'
}

/** The counts recorded when the round (a vote) closed, else the current counts. */
export function roundTally(round: Round, verdict: Verdict): Tally {
  const recorded = round.outcome?.stances ?? {}
  return Object.keys(recorded).length === 0 ? verdict.tally : recordedTally(round, recorded)
}

export function recordedTally(
  { electorate, rulings }: Round,
  stances: Readonly<Record<string, JudgedStance>>,
): Tally {
  const members = Object.keys(electorate).filter(
    (member) => !rulings.some(({ on, ruling }) => on === member && ruling === 'recused'),
  )
  const kinds = members.map((member) => kindOf(rulings, member, stances[member]))
  const number = (kind: StanceKind | null) => kinds.filter((one) => one === kind).length
  return {
    electorate: members.length,
    consent: number('consent'),
    reservation: number('reservation'),
    objection: number('objection'),
    abstention: number('abstention'),
    silent: number(null),
  }
}

/** The ruling on this stance. A ruling on an earlier objection of the member does not count. */
function rulingAgainst(
  rulings: readonly Ruling[],
  member: string,
  stance: JudgedStance,
): Ruling | undefined {
  return rulings.find((ruling) => ruling.on === member && isOnStance(ruling, stance))
}

// The kind that a stance is counted as; `null` if it is not counted. Of stances on an earlier text,
// only objections count. An objection set aside by a ruling counts as a reservation.
function kindOf(
  rulings: readonly Ruling[],
  member: string,
  stance: JudgedStance | undefined,
): StanceKind | null {
  if (stance === undefined || stance.state === 'uncounted') return null
  if (stance.stance !== 'objection') return stance.state === 'fresh' ? stance.stance : null
  return rulingAgainst(rulings, member, stance) === undefined ? 'objection' : 'reservation'
}
