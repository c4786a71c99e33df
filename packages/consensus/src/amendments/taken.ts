import type { Amendment } from '@cahier/core'

/** Whether an amendment was adopted, whole or in part. */
export function wasAdopted({ outcome }: Pick<Amendment, 'outcome'>): boolean {
  return outcome === 'adopted' || outcome === 'adopted-modified'
}

/**
 * Whether the hunk of that rank was taken when the amendment was adopted: all were when the record
 * names none.
 */
export function isTaken({ adopted }: Pick<Amendment, 'adopted'>, rank: number): boolean {
  const hunks = adopted?.hunks ?? []
  return hunks.length === 0 || hunks.includes(rank)
}
