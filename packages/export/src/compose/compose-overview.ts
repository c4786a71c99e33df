import { composeFallen } from '../decision/compose-fallen.ts'
import { dissentOf } from '../decision/dissent.ts'
import { STATUS_LABELS } from '../edition/labels.ts'
import type { Overview, SurveyedMeasure } from '../edition/overview.ts'
import type { ProgrammeHouse } from '../print/open-house.ts'
import { composeMembers } from './compose-members.ts'
import type { Entry } from './selection.ts'

/**
 * Where these proposals stand, whether or not an edition prints them: what is put to members,
 * blocked or fallen is no secret.
 */
export function composeOverview(entries: readonly Entry[], house: ProgrammeHouse): Overview {
  const surveyed = (entry: Entry): SurveyedMeasure => ({
    id: entry.proposal.id,
    number: entry.number,
    title: house.text(entry.proposal.title),
    status: entry.status,
    statusLabel: STATUS_LABELS[house.language][entry.status],
    dissent: dissentOf(entry, house),
  })
  const chapters = house.programme.axes.flatMap(({ id, title }, index) => {
    const measures = entries.filter(({ proposal }) => proposal.axis === id).map(surveyed)
    return measures.length === 0
      ? []
      : [{ id, number: index + 1, title: house.text(title), measures }]
  })
  return {
    chapters,
    collectives: composeMembers(entries, house),
    fallen: composeFallen(entries, house),
  }
}
