import type { Message } from '../model/message.ts'
import type { Programme, Proposal } from '../model/programme.ts'
import { meantBy } from './nearest.ts'
import { slugOf } from './slug.ts'

/** Of an `id` that no collective bears, and the one that is `near`, or `''`. */
export const UNKNOWN_COLLECTIVE: Message = {
  fr: ({ id, near }) =>
    `aucun collectif « ${id} » : ${near ? `vouliez-vous écrire « ${near} » ?` : 'un collectif se nomme comme son fichier du dossier collectives/, sans « .yaml »'}`,
  en: ({ id, near }) =>
    `no collective “${id}”: ${near ? `did you mean “${near}”?` : 'a collective is called what its file in collectives/ is called, without “.yaml”'}`,
}

/** Of an `id` that no proposal bears, and the one that is `near`, or `''`. */
export const UNKNOWN_PROPOSAL: Message = {
  fr: ({ id, near }) =>
    `aucune proposition « ${id} » : ${near ? `vouliez-vous écrire « ${near} » ?` : 'une proposition se nomme comme son fichier du dossier axes/, sans « .md »'}`,
  en: ({ id, near }) =>
    `no proposal “${id}”: ${near ? `did you mean “${near}”?` : 'a proposal is called what its file in axes/ is called, without “.md”'}`,
}

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

/**
 * The id of the collective that was meant, by nearly its id or by its name; `''` when there is
 * none.
 */
export function nearCollective(
  { collectives, ids }: Pick<Programme, 'collectives' | 'ids'>,
  written: string,
): string {
  return meantBy(
    written,
    [...ids.collectives],
    Object.fromEntries(collectives.map(({ id, name }) => [slugOf(name), id])),
  )
}
