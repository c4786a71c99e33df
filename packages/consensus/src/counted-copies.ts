import { type NewFile, type Outcome, type Programme, type Source, stemOf } from '@cahier/core'
import { keptSignaturesOf, recordsOf } from './records-of.ts'
import { copiesDigest } from './seal.ts'

/** The positions files of those who spoke in a round, and their signatures, byte for byte: what the round keeps of them. */
export function countedCopies(programme: Programme, proposal: string, opened: string, { stances }: Pick<Outcome, 'stances'>): NewFile[] {
  const folder = `decisions/${proposal}/${opened}/`
  return countedSources(programme, stances).map(({ path, text }) => ({ path: `${folder}${path}`, content: text }))
}

/** Digest of all that a round keeps once it is closed: the text it froze, and the copies of `countedCopies`. */
export function digestAtClosing(programme: Programme, proposal: string, opened: string, stances: Outcome['stances']): string {
  const frozen = keptBy(programme, proposal, opened).filter(({ path }) => path === 'text.md')
  return copiesDigest([...frozen, ...countedSources(programme, stances)])
}

/** Digest of what the folder of a round holds. */
export function digestOfKept(programme: Programme, proposal: string, opened: string): string {
  return copiesDigest(keptBy(programme, proposal, opened))
}

function countedSources({ positions, signatures }: Programme, stances: Outcome['stances']): readonly Source[] {
  const counted = positions.filter(({ document }) => Object.hasOwn(stances, stemOf(document.path))).map(({ document }) => document)
  return [...counted, ...signatures.filter(({ path }) => counted.some((document) => path === `${document.path}.sig`))]
}

function keptBy(programme: Programme, proposal: string, opened: string): readonly Source[] {
  const folder = `decisions/${proposal}/${opened}/`
  return [...recordsOf(programme, proposal), ...keptSignaturesOf(programme, proposal)]
    .filter(({ path }) => path.startsWith(folder))
    .map(({ path, text }) => ({ path: path.slice(folder.length), text }))
}
