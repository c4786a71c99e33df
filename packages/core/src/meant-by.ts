import { nearest } from './nearest.ts'
import { slugOf } from './slug-of.ts'

/**
 * The candidate that was meant, by its name or by another that people give it, well spelt or not;
 * `''` when there is none.
 */
export function meantBy(
  written: string,
  candidates: readonly string[],
  aliases: Readonly<Record<string, string>> = {},
): string {
  const meant = aliasOf(aliases, written) || nearest(written, candidates)
  return meant === ''
    ? (aliases[
        nearest(
          written,
          Object.keys(aliases).filter((alias) => alias.length >= LONG),
        )
      ] ?? '')
    : meant
}

/** In fewer letters a slip makes another word: `says` is no « pays ». */
const LONG = 5

function aliasOf(aliases: Readonly<Record<string, string>>, written: string): string {
  const key = [written, written.toLowerCase(), slugOf(written)].find((one) =>
    Object.hasOwn(aliases, one),
  )
  return key === undefined ? '' : (aliases[key] ?? '')
}
