import { type Programme, type Proposal, readDocument, readProposal } from '@cahier/core'

/** A proposal as the round opened that day froze it, read from the copy that the round kept; `null` when there is none. */
export function frozenProposal(programme: Programme, id: string, opened: string): Proposal | null {
  const copy = programme.records.find(({ path }) => path === `decisions/${id}/${opened}/text.md`)
  if (copy === undefined) return null
  // Links and images are read from where the proposal stands.
  const path = programme.proposals.find((one) => one.id === id)?.document.path ?? `axes/x/${id}.md`
  return readProposal(readDocument({ path, text: copy.text }, 'proposal'), programme.manifest, programme.assets)
}
