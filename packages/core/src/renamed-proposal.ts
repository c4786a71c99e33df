import type { Message } from './message.ts'
import type { Programme, Proposal } from './programme.ts'

/**
 * The proposal that bore an id which none has any more: the one whose text a round under that id
 * froze, or members spoke on. `null` when nothing tells.
 */
export function renamedProposal(
  { decisions, positions, proposals }: Programme,
  id: string,
): Proposal | null {
  const frozen = decisions.flatMap((one) =>
    one.proposal === id ? one.rounds.map(({ text }) => text) : [],
  )
  const spoken = positions.flatMap(({ stances }) =>
    stances.flatMap((one) => (one.proposal === id && one.text !== '' ? [one.text] : [])),
  )
  const texts = new Set([...frozen, ...spoken])
  return texts.size === 0 ? null : (proposals.find(({ normative }) => texts.has(normative)) ?? null)
}

/** What to do about it: of an `id`, and the path `now` of the file that bore it. */
export const RENAMED_PROPOSAL: Message = {
  fr: ({ id, now = '' }) =>
    `il n’y a plus de proposition « ${id} », mais son texte est dans ${now} : redonnez à ce fichier son nom, ${id}.md, auquel tiennent ses tours et ses positions`,
  en: ({ id, now = '' }) =>
    `there is no proposal “${id}” any more, but its text is in ${now}: name that file ${id}.md again, the name that its rounds and stances hold on to`,
}
