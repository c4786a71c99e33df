import { type CountedStance, STANCE_WORDS, type StanceKind, type VerdictStance } from '@cahier/core'
import { compareTexts } from '@cahier/prose'
import type { Entry } from '../compose/selection.ts'
import { RULED_OBJECTION_LABELS } from '../edition/labels.ts'
import type { Statement } from '../edition/measure.ts'
import type { ProgrammeHouse } from '../print/open-house.ts'
import type { House } from '../print/press.ts'
import { rulingOn } from './round-tally.ts'

/** What one member has to say of the text that is printed. */
export interface PrintedStance {
  readonly stance: StanceKind
  readonly date: string
  readonly argument: string
  readonly liftsIf: string
  /** Given on another text than the one printed. */
  readonly stale: boolean
  /** Still holds: a stale objection does, other stale stances have fallen. */
  readonly stands: boolean
  /** What a facilitator ruled on it, or `null`. */
  readonly ruling: 'inadmissible' | 'overruled' | 'recused' | null
}

/**
 * Each member's stance on the printed text: what the round recorded when it was decided, then what
 * the member says today where it is about that text, or is an objection that stands. An objection
 * made after the close changes no outcome and is shown all the same.
 */
export function printedStances(entry: Entry): ReadonlyMap<string, PrintedStance> {
  const { proposal, round, verdict } = entry
  const stances = new Map<string, PrintedStance>()
  if (round?.outcome && round.text === proposal.normative) {
    for (const [member, stance] of Object.entries(round.outcome.stances))
      if (stance.state !== 'uncounted') stances.set(member, recorded(stance, entry, member))
  }
  for (const [member, stance] of Object.entries(verdict?.stances ?? {})) {
    if (stance.state === 'uncounted' || !isHeard(stance) || !isAboutPrinted(stance, entry)) continue
    const stale = stance.state === 'stale' && !entry.fromCopy
    const stands = stance.counted || stance.why === 'afterClose'
    if (stands || (stale && !stances.has(member)))
      stances.set(member, today(stance, { stale, stands }, entry, member))
  }
  return stances
}

// What members say of the newer text is no comment on the adopted one; but an objection made to the
// adopted text since then is.
function isAboutPrinted(stance: VerdictStance, { fromCopy, proposal }: Entry): boolean {
  return !fromCopy || (stance.text === proposal.normative && stance.stance === 'objection')
}

function recorded(stance: CountedStance, entry: Entry, member: string): PrintedStance {
  const stale = stance.state === 'stale'
  return {
    stance: stance.stance,
    date: stance.date,
    argument: stance.argument ?? '',
    liftsIf: stance['lifts-if'] ?? '',
    stale,
    stands: !stale || stance.stance === 'objection',
    ruling: rulingOf(stance, entry, member),
  }
}

function today(
  stance: VerdictStance,
  standing: Pick<PrintedStance, 'stale' | 'stands'>,
  entry: Entry,
  member: string,
): PrintedStance {
  const { argument, liftsIf, date } = stance
  return {
    stance: stance.stance,
    date,
    argument,
    liftsIf,
    ...standing,
    ruling: rulingOf(stance, entry, member),
  }
}

function rulingOf(
  stance: { readonly date: string; readonly text?: string },
  { round }: Entry,
  member: string,
): PrintedStance['ruling'] {
  return rulingOn(round?.rulings ?? [], member, stance)?.ruling ?? null
}

/**
 * Reservations and objections on the printed text, objections first, then by member: what is
 * printed beside a measure.
 */
export function dissentOf(entry: Entry, house: ProgrammeHouse): readonly Statement[] {
  return [...printedStances(entry)]
    .filter(
      ([, { stance, stands }]) => stands && (stance === 'reservation' || stance === 'objection'),
    )
    .sort(([idA, a], [idB, b]) => compareTexts(a.stance, b.stance) || compareTexts(idA, idB))
    .map(([collective, printed]) => {
      const { name, example } = house.names(collective)
      const { stance, date, argument, liftsIf, stale } = printed
      return {
        collective,
        collectiveName: name,
        example,
        stance,
        stanceLabel: labelOf(printed, house),
        date,
        argument: house.text(argument),
        liftsIf: house.text(liftsIf),
        stale,
      }
    })
}

/** A stance in words, and what was ruled on it. */
export function labelOf({ stance, ruling }: PrintedStance, { language }: House): string {
  return stance === 'objection' && ruling !== null
    ? RULED_OBJECTION_LABELS[language][ruling]
    : STANCE_WORDS[language][stance]
}

/**
 * Whether a stance is its member's word, although it may have fallen with its text or come too
 * late. What is forged, unsigned where it must be, or said by a stranger is nobody's, and is
 * printed nowhere.
 */
export function isHeard({ counted, why }: VerdictStance): boolean {
  return counted || why === 'textChanged' || why === 'afterClose' || why === 'left'
}
