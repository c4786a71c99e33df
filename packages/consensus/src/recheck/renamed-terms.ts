import { FILE_START, type Finding, type Programme, type Proposal } from '@cahier/core'
import { foldProse } from '@cahier/prose'

/**
 * Words of the manifest that a contribution changes, and by which texts are read that a round has
 * adopted or is open on: what members agreed to holds an id, and what is printed is its title.
 */
export function renamedTerms(before: Programme, now: Programme, rule: string): readonly Finding[] {
  const manifest = now.documents.find(({ kind }) => kind === 'manifest')
  const voted = new Set(
    before.decisions.filter(({ rounds }) => rounds.some(isAgreed)).map(({ proposal }) => proposal),
  )
  const proposals = now.proposals.filter(({ id }) => voted.has(id))
  return VOCABULARIES.flatMap(({ key, idsIn }) =>
    now.manifest[key].flatMap(({ id, title }, index): Finding[] => {
      const old = before.manifest[key].find((term) => term.id === id)
      if (old === undefined || foldProse(old.title) === foldProse(title)) return []
      const read = proposals
        .filter((proposal) => idsIn(proposal).includes(id))
        .map((proposal) => proposal.id)
      if (read.length === 0) return []
      const place = manifest?.places[`/${key}/${index}/title`]?.value ?? FILE_START
      const data = { old: old.title, title, proposals: read }
      return [
        { rule, severity: 'warning', message: 'termRenamed', data, path: 'programme.yaml', place },
      ]
    }),
  )
}

function isAgreed({ outcome }: Programme['decisions'][number]['rounds'][number]): boolean {
  return (
    outcome === null ||
    outcome.result === 'adopted' ||
    outcome.result === 'adopted-with-reservations'
  )
}

/** Those of which the text that is voted holds an id. */
const VOCABULARIES = [
  { key: 'horizons', idsIn: ({ horizon }) => [horizon] },
  { key: 'scales', idsIn: ({ scale }) => [scale] },
  { key: 'actions', idsIn: ({ action }) => [action] },
  { key: 'addressees', idsIn: ({ requests }) => requests.map(({ addressee }) => addressee) },
] as const satisfies readonly {
  readonly key: keyof Programme['manifest']
  readonly idsIn: (proposal: Proposal) => readonly string[]
}[]
