import type { Document } from '@cahier/core'

const HEADLESS = new Set([
  'headUnopened',
  'headFence',
  'indentedFence',
  'headBlank',
  'headBelow',
  'headCut',
  'emptyText',
])

/** Whether no head was found where one should be: then nobody can tell where the body begins. */
export function isHeadless({ head, findings }: Document): boolean {
  return head === null && findings.some(({ message }) => HEADLESS.has(message))
}
