import { amendmentsTo } from '@cahier/consensus'
import type { Language } from '@cahier/core'
import { STATUS_LABELS } from '@cahier/export/in-words'
import type { Span } from '@cahier/prose'
import type { DocumentContext } from '../context.ts'
import { staleMembers, verdictOf } from '../text/verdict.ts'

export interface Lens extends Span {
  readonly title: string
}

/**
 * Above the title of a proposal: its status, pending amendments, members with an outdated stance.
 */
export function lenses({ programme, document, day, language }: DocumentContext): readonly Lens[] {
  const proposal = programme.proposals.find((one) => one.document.path === document.path)
  if (proposal === undefined) return []
  const place = document.places['/title']
  const span = { start: place?.key?.start.offset ?? 0, end: place?.value.end.offset ?? 0 }
  const verdict = verdictOf(programme, proposal, day)
  const waiting = amendmentsTo(programme, proposal.id).filter(
    ({ outcome }) => outcome === '',
  ).length
  const again = staleMembers(verdict).length
  const words = WORDS[language]
  return [
    { ...span, title: words.status(STATUS_LABELS[language][verdict.status]) },
    ...(waiting === 0 ? [] : [{ ...span, title: words.waiting(waiting) }]),
    ...(again === 0 ? [] : [{ ...span, title: words.again(again) }]),
  ]
}

const WORDS: Readonly<
  Record<
    Language,
    {
      readonly status: (label: string) => string
      readonly waiting: (count: number) => string
      readonly again: (count: number) => string
    }
  >
> = {
  fr: {
    status: (label) => `Proposition ${label}`,
    waiting: (count) =>
      count === 1 ? '1 amendement en attente' : `${count} amendements en attente`,
    again: (count) =>
      count === 1 ? '1 membre à consulter de nouveau' : `${count} membres à consulter de nouveau`,
  },
  en: {
    status: (label) => `Proposal: ${label}`,
    waiting: (count) => (count === 1 ? '1 amendment waiting' : `${count} amendments waiting`),
    again: (count) =>
      count === 1 ? '1 member to be asked again' : `${count} members to be asked again`,
  },
}
