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

/** The copies that rounds keep: texts voted on, and positions files (members' stances). */
export function recordsOf(
  { records }: Pick<Programme, 'records'>,
  proposal: string,
): readonly Source[] {
  return byProposal(records).get(proposal) ?? []
}

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

interface RoundCopy {
  readonly opened: string
  readonly text: string
}

/** The texts voted on in the rounds of a proposal, oldest first. */
export function roundCopies(
  programme: Pick<Programme, 'records'>,
  id: string,
): readonly RoundCopy[] {
  const [folder, file] = [`decisions/${id}/`, '/text.md']
  return recordsOf(programme, id)
    .filter(({ path }) => path.startsWith(folder) && path.endsWith(file))
    .map(({ path, text }) => ({ opened: path.slice(folder.length, -file.length), text }))
}

/** The positions files of an outcome and their signatures, to be copied byte for byte. */
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

/** The digest of the copies that a round keeps at its close: the text and the positions files. */
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

/** The digest of the copies that a round keeps now, to compare with the recorded digest. */
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
