import { titleOf } from '@cahier/core'
import { byCodeUnits } from '@cahier/prose'
import { ANSWER_LABELS, type Labelled, type PrintedTransmission } from '../edition/edition.ts'
import type { ProgrammeContext } from '../print/context.ts'

/**
 * The editions handed over to each recipient, and all its answers, even those later than this
 * edition. Sorted by addressee (the kind of recipient), then by id.
 */
export function composeTransmissions(context: ProgrammeContext): readonly PrintedTransmission[] {
  const { transmissions, proposals, manifest } = context.programme
  const rank = new Map(manifest.addressees.map(({ id }, index) => [id, index]))
  const named = (id: string): Labelled => ({
    id,
    title: context.text(titleOf(proposals, id)),
  })
  return transmissions
    .filter(({ handed }) => handed.length > 0)
    .map(({ id, name, kind, handed }) => ({
      id,
      name: context.text(name),
      addressee: kind,
      addresseeLabel: context.text(titleOf(manifest.addressees, kind)),
      handed: byDay(handed).map(({ edition, date, proposals: given, answers }) => ({
        edition,
        date,
        proposals: given.map(named),
        answers: byDay(answers).map(({ proposal, answer, date: day, link }) => ({
          proposal: named(proposal),
          answer,
          answerLabel: ANSWER_LABELS[context.language][answer],
          date: day,
          link: /^https?:\/\//.test(link) ? link : '',
        })),
      })),
    }))
    .sort(
      (a, b) =>
        (rank.get(a.addressee) ?? Infinity) - (rank.get(b.addressee) ?? Infinity) ||
        byCodeUnits(a.id, b.id),
    )
}

function byDay<T extends { readonly date: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => byCodeUnits(a.date, b.date))
}
