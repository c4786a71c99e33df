import {
  type Document,
  type Manifest,
  memoize,
  type NewFile,
  type Outcome,
  type Programme,
  type Proposal,
  type Round,
  readDocument,
  readProposal,
  type Source,
  stemOf,
} from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { proposalOf } from '../find-by-id.ts'
import { copiesDigest } from './seal.ts'

/** The texts and positions files (members' stances) that the rounds on a proposal copied. */
export function recordsOf(
  { records }: Pick<Programme, 'records'>,
  proposal: string,
): readonly Source[] {
  return byProposal(records).get(proposal) ?? []
}

const byProposal = memoize((sources: readonly Source[]) =>
  groupedBy(sources, ({ path }) => {
    const [folder, proposal] = path.split('/', 2)
    return folder === 'decisions' ? proposal : undefined
  }),
)

/** The texts voted on in the rounds of a proposal, oldest first. */
export function roundCopies(
  programme: Pick<Programme, 'records'>,
  id: string,
): readonly Pick<Round, 'opened' | 'text'>[] {
  const [folder, file] = [`decisions/${id}/`, '/text.md']
  return recordsOf(programme, id)
    .filter(({ path }) => path.startsWith(folder) && path.endsWith(file))
    .map(({ path, text }) => ({ opened: path.slice(folder.length, -file.length), text }))
}

/** Exact copies of the positions files that an outcome records, and of their signatures. */
export function countedCopies(
  programme: Programme,
  proposal: string,
  opened: string,
  { stances }: Pick<Outcome, 'stances'>,
): NewFile[] {
  const folder = folderOf(proposal, opened)
  return countedSources(programme, stances).map(({ path, text }) => ({
    path: `${folder}${path}`,
    content: text,
  }))
}

/** The digest of the files that a round keeps at its closing: text, positions and signatures. */
export function digestAtClosing(
  programme: Programme,
  proposal: string,
  opened: string,
  stances: Outcome['stances'],
): string {
  const folder = folderOf(proposal, opened)
  const frozen = keptIn(programme, proposal, folder).filter(
    ({ path }) => path === `${folder}text.md`,
  )
  return copiesDigest([...frozen, ...countedSources(programme, stances)], folder)
}

/** The digest of the files that a round keeps now, to compare with the recorded digest. */
export function digestOfKept(programme: Programme, proposal: string, opened: string): string {
  const folder = folderOf(proposal, opened)
  return copiesDigest(keptIn(programme, proposal, folder), folder)
}

function countedSources({ positions, signatures }: Programme, stances: Outcome['stances']) {
  const counted = positions
    .filter(({ document }) => Object.hasOwn(stances, stemOf(document.path)))
    .map(({ document }) => document)
  return [
    ...counted,
    ...signatures.filter(({ path }) => counted.some((document) => path === `${document.path}.sig`)),
  ]
}

function keptIn(programme: Programme, proposal: string, folder: string) {
  const signatures = byProposal(programme.signatures).get(proposal) ?? []
  return [...recordsOf(programme, proposal), ...signatures].filter(({ path }) =>
    path.startsWith(folder),
  )
}

function folderOf(proposal: string, opened: string) {
  return `decisions/${proposal}/${opened}/`
}

/**
 * True when the text copied by a round has this digest. The manifest may since have changed which
 * sections are normative (voted on), so each choice of sections is tried.
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

// Each section doubles the number of choices. With more than `MOST_SECTIONS` sections, only the
// present choice is tried.
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
