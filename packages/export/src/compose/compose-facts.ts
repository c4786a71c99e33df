import { type Proposal, titleOf } from '@cahier/core'
import { dayInWords } from '../day-in-words.ts'
import { FACT_LABELS, type FactId } from '../edition/labels.ts'
import type { Fact } from '../edition/measure.ts'
import { markedName } from '../edition/member.ts'
import type { ProgrammeHouse } from '../print/open-house.ts'

/** What a proposal says of itself besides its text, in words; what it does not say is left out. */
export function composeFacts(proposal: Proposal, house: ProgrammeHouse): readonly Fact[] {
  const { programme, names, language } = house
  const { manifest } = programme
  const titles = (ids: readonly string[]) =>
    ids.map((id) => titleOf(programme.proposals, id)).join(' ; ')
  const values: Readonly<Record<FactId, string>> = {
    horizon: titleOf(manifest.horizons, proposal.horizon),
    scale: titleOf(manifest.scales, proposal.scale),
    action: titleOf(manifest.actions, proposal.action),
    impacts: proposal.impacts.map((id) => titleOf(manifest.impacts, id)).join(', '),
    authors: proposal.authors.map((id) => markedName(names(id), language)).join(', '),
    requires: titles(proposal.requires),
    merges: titles(proposal.merges),
    review: dayInWords(proposal.review, language),
    asOf: proposal.asOf
      .map(({ date, what }) => (date === '' ? what : `${what} (${dayInWords(date, language)})`))
      .join(' ; '),
  }
  return ORDER.filter((id) => values[id] !== '').map((id) => ({
    id,
    label: FACT_LABELS[language][id],
    value: house.text(values[id]),
  }))
}

const ORDER = [
  'horizon',
  'scale',
  'action',
  'impacts',
  'authors',
  'requires',
  'merges',
  'review',
  'asOf',
] as const
