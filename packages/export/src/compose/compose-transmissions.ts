import { titleOf } from '@cahier/core'
import { compareTexts } from '@cahier/prose'
import { ANSWER_LABELS } from '../edition/labels.ts'
import type { HandedProposal, PrintedTransmission } from '../edition/transmission.ts'
import type { ProgrammeHouse } from '../print/open-house.ts'

/**
 * All that was handed over and answered, by addressee in the manifest's order, then by recipient.
 * What came after the edition's day is told too, each line with its day: an edition is handed over
 * once it is there.
 */
export function composeTransmissions(house: ProgrammeHouse): readonly PrintedTransmission[] {
  const { transmissions, proposals, manifest } = house.programme
  const rank = new Map(manifest.addressees.map(({ id }, index) => [id, index]))
  const named = (id: string): HandedProposal => ({ id, title: house.text(titleOf(proposals, id)) })
  return transmissions
    .filter(({ handed }) => handed.length > 0)
    .map(({ id, name, kind, handed }) => ({
      id,
      name: house.text(name),
      addressee: kind,
      addresseeLabel: house.text(titleOf(manifest.addressees, kind)),
      handed: byDay(handed).map(({ edition, date, proposals: given, answers }) => ({
        edition,
        date,
        proposals: given.map(named),
        answers: byDay(answers).map(({ proposal, answer, date: day, link }) => ({
          ...{
            proposal: named(proposal),
            answer,
            answerLabel: ANSWER_LABELS[house.language][answer],
            date: day,
          },
          link: /^https?:\/\//.test(link) ? link : '',
        })),
      })),
    }))
    .sort(
      (a, b) =>
        (rank.get(a.addressee) ?? Infinity) - (rank.get(b.addressee) ?? Infinity) ||
        compareTexts(a.id, b.id),
    )
}

function byDay<T extends { readonly date: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => compareTexts(a.date, b.date))
}
