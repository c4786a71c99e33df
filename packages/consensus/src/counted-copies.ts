import { type NewFile, type Outcome, type Programme, type Source, stemOf } from '@cahier/core'
import { keptSignaturesOf, recordsOf } from './records-of.ts'
import { copiesDigest } from './seal.ts'

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
