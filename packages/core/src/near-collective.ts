import { meantBy } from './meant-by.ts'
import type { Programme } from './programme.ts'
import { slugOf } from './slug-of.ts'

/**
 * The id of the collective that was meant, by nearly its id or by its name; `''` when there is
 * none.
 */
export function nearCollective(
  { collectives, ids }: Pick<Programme, 'collectives' | 'ids'>,
  written: string,
): string {
  return meantBy(
    written,
    [...ids.collectives],
    Object.fromEntries(collectives.map(({ id, name }) => [slugOf(name), id])),
  )
}
