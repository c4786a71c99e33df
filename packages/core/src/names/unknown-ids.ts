import type { Message } from '../model/finding.ts'
import type { Programme, Proposal } from '../model/programme.ts'
import { wording } from '../model/wording.ts'
import { meantBy } from './nearest.ts'
import { slugOf } from './slug.ts'

/** Message: no collective has `id`; `near` is a similar id, or empty. */
export const UNKNOWN_COLLECTIVE: Message = wording(
  'aucun collectif « {id} »{near|meant| : un collectif se nomme comme son fichier du dossier collectives/, sans « .yaml »}',
  'no collective “{id}”{near|meant|: a collective is called what its file in collectives/ is called, without “.yaml”}',
)

/** Message: no proposal has `id`; `near` is a similar id, or empty. */
export const UNKNOWN_PROPOSAL: Message = wording(
  'aucune proposition « {id} »{near|meant| : une proposition se nomme comme son fichier du dossier axes/, sans « .md »}',
  'no proposal “{id}”{near|meant|: a proposal is called what its file in axes/ is called, without “.md”}',
)

/**
 * The proposal that was renamed from `id`, or null. It is found by the digest of its text, which
 * the rounds (votes) and stances under the old id still hold.
 */
export function renamedProposal(
  { decisions, positions, proposals }: Programme,
  id: string,
): Proposal | null {
  const frozen = decisions.flatMap((one) =>
    one.proposal === id ? one.rounds.map(({ text }) => text) : [],
  )
  const spoken = positions.flatMap(({ stances, unfilled }) =>
    [...stances, ...unfilled].flatMap((one) =>
      one.proposal === id && one.text !== '' ? [one.text] : [],
    ),
  )
  const texts = new Set([...frozen, ...spoken])
  return texts.size === 0 ? null : (proposals.find(({ normative }) => texts.has(normative)) ?? null)
}

/** Message: the proposal `id` was renamed; `now` is its path. */
export const RENAMED_PROPOSAL: Message = wording(
  'il n’y a plus de proposition « {id} », mais son texte est dans {now} : redonnez à ce fichier son nom, {id}.md, auquel tiennent ses tours et ses positions',
  'there is no proposal “{id}” any more, but its text is in {now}: name that file {id}.md again, the name that its rounds and stances hold on to',
)

/** The collective that a misspelt id or a name means; empty when there is none. */
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
