import {
  type Document,
  type Manifest,
  type Programme,
  type Proposal,
  readDocument,
  readProposal,
} from '@cahier/core'
import { recordsOf } from './copies.ts'

/**
 * Whether the copy that a round kept is the text of that digest. A programme may come to hold other
 * sections for normative than on the day of the round: whichever they were, no other text gives the
 * digest.
 */
export function isFrozenText(
  programme: Programme,
  id: string,
  opened: string,
  digest: string,
): boolean {
  const document = frozenDocument(programme, id, opened)
  if (document === null) return false
  for (const manifest of manifestsOf(programme))
    if (readProposal(document, manifest, programme.assets).normative === digest) return true
  return false
}

// The manifest as it is, then with every other choice of normative sections, as long as there are
// few.
function* manifestsOf({ manifest }: Programme): Generator<Manifest> {
  yield manifest
  const { sections } = manifest
  for (let choice = 0; sections.length <= MOST && choice < 2 ** sections.length; choice++)
    yield {
      ...manifest,
      sections: sections.map((term, rank) => ({
        ...term,
        normative: (choice & (1 << rank)) !== 0,
      })),
    }
}

const MOST = 8

/**
 * A proposal as the round opened that day froze it, read from the copy that the round kept; `null`
 * when there is none.
 */
export function frozenProposal(programme: Programme, id: string, opened: string): Proposal | null {
  const document = frozenDocument(programme, id, opened)
  return document === null ? null : readProposal(document, programme.manifest, programme.assets)
}

function frozenDocument(programme: Programme, id: string, opened: string): Document | null {
  const copy = recordsOf(programme, id).find(
    ({ path }) => path === `decisions/${id}/${opened}/text.md`,
  )
  if (copy === undefined) return null
  // Links and images are read from where the proposal stands.
  const path = programme.proposals.find((one) => one.id === id)?.document.path ?? `axes/x/${id}.md`
  return readDocument({ path, text: copy.text }, 'proposal')
}
