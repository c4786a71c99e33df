import type { Ruling } from './decisions.ts'

/**
 * Whether a ruling on a member is on this stance of it: one on an objection dies when the member
 * objects anew.
 */
export function isOnStance(
  { objection }: Ruling,
  stance: { readonly date: string; readonly text?: string },
): boolean {
  return objection === null || (objection.date === stance.date && objection.text === stance.text)
}
