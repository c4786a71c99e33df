import { distance } from 'fastest-levenshtein'
import { slugOf } from './slug.ts'

/**
 * The candidate nearest to a misspelt name, ignoring case, accents and separators. One typing
 * error, such as two swapped letters, is allowed per three letters, and at most three errors. Empty
 * when no candidate is near, or two are equally near.
 */
export function nearest(written: string, candidates: readonly string[]): string {
  const letters = plainLetters(written)
  const known = candidates.map((candidate) => ({ candidate, its: plainLetters(candidate) }))
  const same = known.find(({ its }) => its === letters)
  if (same !== undefined) return same.candidate
  const most = Math.min(3, Math.floor(Math.max(letters.length, 3) / 3))
  const ranked = known
    .filter(({ its }) => Math.abs(its.length - letters.length) <= most)
    .map(({ candidate, its }) => ({ candidate, errors: errorsBetween(letters, its) }))
    .filter(({ errors }) => errors <= most)
  ranked.sort((a, b) => a.errors - b.errors)
  const [first, second] = ranked
  if (first === undefined || first.errors === second?.errors) return ''
  return first.candidate
}

/**
 * Returns the candidate whose name or alias is `written`, even misspelt; empty if there is none.
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
          Object.keys(aliases).filter((alias) => alias.length >= SHORTEST_MISSPELT),
        )
      ] ?? '')
    : meant
}

// A shorter alias must be spelt exactly: otherwise `says` would match the alias `pays`.
const SHORTEST_MISSPELT = 5

function aliasOf(aliases: Readonly<Record<string, string>>, written: string) {
  const key = [written, written.toLowerCase(), slugOf(written)].find((one) =>
    Object.hasOwn(aliases, one),
  )
  return key === undefined ? '' : (aliases[key] ?? '')
}

/** The typing errors between two names, ignoring case, accents and separators. */
export function typingErrorsBetween(written: string, meant: string): number {
  return errorsBetween(plainLetters(written), plainLetters(meant))
}

/**
 * Removes names with another number than `written`: `annexe-3` is not a misspelt `annexe-2`. Long
 * numbers may have one typing error. No error is allowed when three or more names differ from
 * `written` only by their numbers (`eip-101`, `eip-102`…).
 */
export function withSameNumbers(written: string, names: readonly string[]): readonly string[] {
  const isSeries =
    names.filter((name) => withoutDigits(name) === withoutDigits(written)).length >= SERIES_LENGTH
  return names.filter((name) => {
    const [own, other] = [digitsOf(written), digitsOf(name)]
    if (own === '' || other === '' || own === other) return true
    return (
      !isSeries &&
      Math.min(own.length, other.length) >= FEW_DIGITS &&
      errorsBetween(own, other) <= 1
    )
  })
}

const SERIES_LENGTH = 3

function digitsOf(name: string) {
  return name.replace(/\D/g, '')
}

function withoutDigits(name: string) {
  return name.replace(/\d+/g, '')
}

// Numbers with fewer digits must be equal.
const FEW_DIGITS = 3

function errorsBetween(a: string, b: string) {
  const errors = distance(a, b)
  if (errors !== 2 || a.length !== b.length) return errors
  const at = [...a].findIndex((letter, rank) => letter !== b[rank])
  return a[at] === b[at + 1] && a[at + 1] === b[at] ? 1 : errors
}

const plainCache = new Map<string, string>()

function plainLetters(text: string) {
  const known = plainCache.get(text)
  if (known !== undefined) return known
  if (plainCache.size >= 50_000) plainCache.clear()
  const letters = slugOf(text).replaceAll('-', '')
  plainCache.set(text, letters)
  return letters
}
