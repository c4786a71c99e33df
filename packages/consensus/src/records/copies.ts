import {
  memoize,
  type NewFile,
  type Outcome,
  type Programme,
  type Source,
  stemOf,
} from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { copiesDigest } from './seal.ts'

/**
 * What all rounds of a proposal, by its id, keep: the texts they froze, and the positions files
 * they counted.
 */
export function recordsOf(
  { records }: Pick<Programme, 'records'>,
  proposal: string,
): readonly Source[] {
  return byProposal(records).get(proposal) ?? []
}

/** The signatures that rounds of a proposal keep beside those files. */
function keptSignaturesOf(
  { signatures }: Pick<Programme, 'signatures'>,
  proposal: string,
): readonly Source[] {
  return byProposal(signatures).get(proposal) ?? []
}

const byProposal = memoize((sources: readonly Source[]) =>
  groupedBy(sources, ({ path }) => {
    const [folder, proposal] = path.split('/', 2)
    return folder === 'decisions' ? proposal : undefined
  }),
)

/** A text that a round froze, and the day it opened. */
interface RoundCopy {
  readonly opened: string
  readonly text: string
}

/** The copies of a text, by its id, that its rounds kept, the oldest first. */
export function roundCopies(
  programme: Pick<Programme, 'records'>,
  id: string,
): readonly RoundCopy[] {
  const [folder, file] = [`decisions/${id}/`, '/text.md']
  return recordsOf(programme, id)
    .filter(({ path }) => path.startsWith(folder) && path.endsWith(file))
    .map(({ path, text }) => ({ opened: path.slice(folder.length, -file.length), text }))
}

/**
 * The positions files of those who spoke in a round, and their signatures, byte for byte: what the
 * round keeps of them.
 */
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

/**
 * Digest of all that a round keeps once it is closed: the text it froze, and the copies of
 * `countedCopies`.
 */
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

/** Digest of what the folder of a round holds. */
export function digestOfKept(programme: Programme, proposal: string, opened: string): string {
  const folder = folderOf(proposal, opened)
  return copiesDigest(keptIn(programme, proposal, folder), folder)
}

function countedSources(
  { positions, signatures }: Programme,
  stances: Outcome['stances'],
): readonly Source[] {
  const counted = positions
    .filter(({ document }) => Object.hasOwn(stances, stemOf(document.path)))
    .map(({ document }) => document)
  return [
    ...counted,
    ...signatures.filter(({ path }) => counted.some((document) => path === `${document.path}.sig`)),
  ]
}

function keptIn(programme: Programme, proposal: string, folder: string): readonly Source[] {
  return [...recordsOf(programme, proposal), ...keptSignaturesOf(programme, proposal)].filter(
    ({ path }) => path.startsWith(folder),
  )
}

function folderOf(proposal: string, opened: string): string {
  return `decisions/${proposal}/${opened}/`
}
