import {
  type Document,
  type Manifest,
  type Programme,
  type Proposal,
  readDocument,
  readProposal,
} from '@cahier/core'
import { proposalOf } from '../find-by-id.ts'
import { recordsOf } from './copies.ts'

/**
 * True when a round's copy has that digest, for some choice of normative sections: the manifest may
 * have changed.
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

// The manifest; then, if it has few sections, one variant for each choice of normative sections.
function* manifestsOf({ manifest }: Programme): Generator<Manifest> {
  yield manifest
  const { sections } = manifest
  for (let choice = 0; sections.length <= MOST_SECTIONS && choice < 2 ** sections.length; choice++)
    yield {
      ...manifest,
      sections: sections.map((term, rank) => ({
        ...term,
        normative: (choice & (1 << rank)) !== 0,
      })),
    }
}

const MOST_SECTIONS = 8

/** The proposal as a round froze it (copied it at its opening); null when there is no copy. */
export function frozenProposal(programme: Programme, id: string, opened: string): Proposal | null {
  const document = frozenDocument(programme, id, opened)
  return document === null ? null : readProposal(document, programme.manifest, programme.assets)
}

function frozenDocument(programme: Programme, id: string, opened: string): Document | null {
  const copy = recordsOf(programme, id).find(
    ({ path }) => path === `decisions/${id}/${opened}/text.md`,
  )
  if (copy === undefined) return null
  // Links and images are resolved from the path of the proposal.
  const path = proposalOf(programme, id)?.document.path ?? `axes/x/${id}.md`
  return readDocument({ path, text: copy.text }, 'proposal')
}
