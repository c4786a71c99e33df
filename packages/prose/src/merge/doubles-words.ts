import { commonEnds } from './common-ends.ts'

/** A passage said twice in a row is looked for among the last places where it may have begun. */
const PLACES = 4
/** A shorter passage, or the cells of a table, come twice in a row by chance, unless nothing but blanks stands between. */
const SAID = 2

/** Signs that are looked at besides, so that no word is cut. */
const AROUND = 100

/**
 * Whether a merge says something twice in a row that neither side does: as when both put in one passage, and it was taken twice. Only
 * passages of `least` words are looked at, and any when it is not given.
 */
export function doublesWords({ ours, theirs }: { readonly ours: string; readonly theirs: string }, merged: string, least = 0): boolean {
  // What comes twice is no longer than what differs: the first time may stand just before it, or the second just after.
  const { head, tail } = commonEnds([merged, ours, theirs])
  const reach = merged.length - head - tail + AROUND
  const near = (text: string) => text.slice(Math.max(0, head - reach), text.length - Math.max(0, tail - reach))
  const doubled = [...passagesTwice(near(merged))].filter(([passage]) => passage.split(' ').length >= least)
  if (doubled.length === 0) return false
  const [inOurs, inTheirs] = [passagesTwice(near(ours)), passagesTwice(near(theirs))]
  return doubled.some(([passage, times]) => times > Math.max(inOurs.get(passage) ?? 0, inTheirs.get(passage) ?? 0))
}

/** The passages that come twice in a row, and how often they do. */
function passagesTwice(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
  const found = new Map<string, number>()
  const seen = new Map<string, number[]>()
  words.forEach((word, at) => {
    const name = `${word} ${words[at + 1]} ${words[at + 2]}`
    const places = seen.get(name) ?? []
    for (const before of [at - 1, at - 2, ...places]) {
      if (before < 0 || !isTwice(words, before, at)) continue
      const passage = words.slice(before, at).join(' ')
      found.set(passage, (found.get(passage) ?? 0) + 1)
    }
    seen.set(name, [...places.slice(1 - PLACES), at])
  })
  return found
}

function isTwice(words: readonly string[], from: number, at: number): boolean {
  for (let index = from; index < at; index++) if (words[index] !== words[at + index - from]) return false
  const passage = words.slice(from, at)
  const said = passage.filter((word) => /^[\p{L}\p{N}]/u.test(word)).length
  return (said >= SAID && !passage.includes('|')) || (said > 0 && said === passage.length && /\p{L}{2}/u.test(passage.join(' ')))
}
