import type { Document } from '@cahier/core'

/**
 * Whether a file holds what members said or what rounds recorded: nobody writes it in their place,
 * and no mending is offered.
 */
export function isOnRecord({ kind }: Pick<Document, 'kind'>): boolean {
  return kind === 'positions' || kind === 'decisions'
}
