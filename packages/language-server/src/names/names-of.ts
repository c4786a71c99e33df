import type { Programme } from '@cahier/core'
import { type IdKind, TERM_LISTS } from './name-uses.ts'

/** A name that can be written, and the title that goes with it. */
export interface TitledName {
  readonly id: string
  readonly title: string
}

/** Everything of one kind that has a name, in print order. */
export function namesOf(kind: IdKind, programme: Programme): readonly TitledName[] {
  switch (kind) {
    case 'proposal':
      return programme.proposals
    case 'axis':
      return programme.axes
    case 'collective':
      return programme.collectives.map(({ id, name }) => ({ id, title: name }))
    case 'source':
      return programme.sources.map(({ id, csl }) => ({
        id,
        title: typeof csl.title === 'string' ? csl.title : '',
      }))
    default:
      return programme.manifest[TERM_LISTS[kind]]
  }
}
