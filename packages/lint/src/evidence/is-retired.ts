import type { Document } from '@cahier/core'

/** Whether a proposal was withdrawn, or merged into another: it stays as it was, and nothing more is asked of it. */
export function isRetired({ head }: Document): boolean {
  if (typeof head !== 'object' || head === null || Array.isArray(head)) return false
  return ('withdrawn' in head && Boolean(head.withdrawn)) || ('replaced-by' in head && Boolean(head['replaced-by']))
}
