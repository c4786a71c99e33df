import { STANCE_WORDS } from '@cahier/core'
import { compareTexts } from '@cahier/prose'
import type { Entry } from '../compose/selection.ts'
import { RULED_OBJECTION_LABELS } from '../edition/labels.ts'
import type { Statement } from '../edition/measure.ts'
import type { ProgrammeHouse } from '../print/open-house.ts'
import type { House } from '../print/press.ts'
import { type PrintedStance, printedStances } from './printed-stances.ts'

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
