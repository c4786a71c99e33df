import type { Document } from '@cahier/core'
import { textsAt } from './fields-at.ts'

/** Whether an amendment was decided on: it is a record then, which nobody changes any more. */
export function isDecided(document: Document): boolean {
  return document.kind === 'amendment' && textsAt(document, '/outcome').length > 0
}
