import { type Document, fieldsOf } from '@cahier/core'

/**
 * Whether a proposal was withdrawn, or merged into another: it stays as it was, and nothing more is
 * asked of it.
 */
export function isRetired({ head }: Document): boolean {
  const { withdrawn, 'replaced-by': replacedBy } = fieldsOf(head)
  return Boolean(withdrawn) || Boolean(replacedBy)
}
