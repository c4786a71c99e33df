import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'

/** U+00A0: before a colon, inside guillemets, before a unit. */
export const NO_BREAK = '\u00A0'
/** U+202F: before `; ! ?`, between groups of three digits. */
export const THIN = '\u202F'
/** One space as people type it, for use inside a regular expression. */
export const SPACE = '[ \\u00A0\\u202F\\u2009\\u2007]'

/**
 * Puts `wanted` wherever the expression matches: it must match the space alone, or nothing where
 * one is missing. `accepted` are left as they are.
 */
export function spaced(
  text: string,
  expression: RegExp,
  wanted: string,
  accepted: readonly string[] = [],
): Change[] {
  return matchesIn(text, expression)
    .filter(({ 0: space }) => space !== wanted && !accepted.includes(space))
    .map(({ 0: space, index }) => ({ start: index, end: index + space.length, text: wanted }))
}
