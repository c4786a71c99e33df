import { distance } from 'fastest-levenshtein'
import { slugOf } from './slug.ts'

/**
 * The candidate a writer most likely meant: same letters but for case, accents and separators, or
 * else few enough slips (Levenshtein, and two letters that changed places: one in three letters,
 * three at most; a tie is no answer). `''` when none is near.
 */
export function nearest(written: string, candidates: readonly string[]): string {
  const letters = plainLetters(written)
  const known = candidates.map((candidate) => ({ candidate, its: plainLetters(candidate) }))
  const same = known.find(({ its }) => its === letters)
  if (same !== undefined) return same.candidate
  const most = Math.min(3, Math.floor(Math.max(letters.length, 3) / 3))
  const ranked = known
    .filter(({ its }) => Math.abs(its.length - letters.length) <= most)
    .map(({ candidate, its }) => ({ candidate, slips: slipsApart(letters, its) }))
    .filter(({ slips }) => slips <= most)
  ranked.sort((a, b) => a.slips - b.slips)
  const [first, second] = ranked
  if (first === undefined || first.slips === second?.slips) return ''
  return first.candidate
}

/** How many slips of the keyboard lie between two names; none when they have the same letters. */
export function slipsBetween(written: string, meant: string): number {
  return slipsApart(plainLetters(written), plainLetters(meant))
}

/**
 * The names that may be meant by one that nothing bears, without those of another number:
 * `fiche-2718` was not meant for `fiche-712`, nor `annexe-3` for `annexe-2`; and where the others
 * are a series, `eip-1`, `eip-2`, `eip-3`, each number is one of its own.
 */
export function withoutOtherNumbers(written: string, names: readonly string[]): readonly string[] {
  const isSeries =
    names.filter((name) => withoutDigits(name) === withoutDigits(written)).length >= A_SERIES
  return names.filter((name) => {
    const [own, other] = [digitsOf(written), digitsOf(name)]
    if (own === '' || other === '' || own === other) return true
    return (
      !isSeries && Math.min(own.length, other.length) >= FEW_DIGITS && slipsApart(own, other) <= 1
    )
  })
}

const A_SERIES = 3

function digitsOf(name: string): string {
  return name.replace(/\D/g, '')
}

function withoutDigits(name: string): string {
  return name.replace(/\d+/g, '')
}

/** With fewer, one slip makes any number of another. */
const FEW_DIGITS = 3

function slipsApart(a: string, b: string): number {
  const slips = distance(a, b)
  if (slips !== 2 || a.length !== b.length) return slips
  const at = [...a].findIndex((letter, rank) => letter !== b[rank])
  return a[at] === b[at + 1] && a[at + 1] === b[at] ? 1 : slips
}

// The same candidates are asked for again and again.
const plain = new Map<string, string>()

function plainLetters(text: string): string {
  const known = plain.get(text)
  if (known !== undefined) return known
  if (plain.size >= 50_000) plain.clear()
  const letters = slugOf(text).replaceAll('-', '')
  plain.set(text, letters)
  return letters
}

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
