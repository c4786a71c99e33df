import type { Programme } from '@cahier/core'
import { type NameKind, TERM_LISTS } from './name-uses.ts'

/** A name that can be written, and the title that goes with it. */
export interface TitledName {
  readonly id: string
  readonly title: string
}

/** Everything of one kind that has a name, in print order. */
export function namesOf(kind: NameKind, programme: Programme): readonly TitledName[] {
  switch (kind) {
    case 'proposal':
      return programme.proposals
    case 'axis':
      return programme.axes
    case 'question':
      return programme.questions
    case 'collective':
      return programme.collectives.map(({ id, name }) => ({ id, title: name }))
    case 'transmission':
      return programme.transmissions.map(({ id, name }) => ({ id, title: name }))
    case 'source':
      return programme.sources.map(({ id, csl }) => ({ id, title: typeof csl.title === 'string' ? csl.title : '' }))
    case 'amendment':
      return programme.amendments.map(({ id, amends }) => ({ id: `${amends}/${id}`, title: '' }))
    case 'file':
      return programme.assets.map(({ path }) => ({ id: path, title: '' }))
    default:
      return programme.manifest[TERM_LISTS[kind]]
  }
}
