import { type NewFile, type Outcome, type Programme, stemOf } from '@cahier/core'

/** The positions files that an outcome counted, and their signatures, byte for byte: what the round keeps of them. */
export function countedCopies(programme: Programme, proposal: string, opened: string, { stances }: Pick<Outcome, 'stances'>): NewFile[] {
  const counted = programme.positions.filter(({ document }) => stemOf(document.path) in stances).map(({ document }) => document)
  const signatures = programme.signatures.filter(({ path }) => counted.some((document) => path === `${document.path}.sig`))
  return [...counted, ...signatures].map(({ path, text }) => ({ path: `decisions/${proposal}/${opened}/${path}`, content: text }))
}
