import { type Change, corrections, frenchSpacing, matchesIn } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import { setInlines } from './set-inlines.ts'

/**
 * Applies English typography (quotes, apostrophes, ellipses, spaces) to the inline nodes of one
 * block. Never changes a word.
 */
export function englishInlines<T extends PhrasingContent>(nodes: readonly T[]): T[] {
  return setInlines(
    nodes,
    'en',
    (prose) => corrections(prose, { language: 'en', house: FRANCE, keepsWords: true }),
    englishQuotes,
  )
}

// `corrections` requires French settings, but no English rule uses them.
const FRANCE = frenchSpacing()

/** Replaces straight quotes. Unpaired double quotes do not change: they may mean inches. */
function englishQuotes(text: string): Change[] {
  const changes = [...doubleQuotes(text), ...singleQuotes(text)]
  return changes.sort((a, b) => a.start - b.start)
}

const OPENS_AFTER = /[\s([{“‘"'/–—-]/
const WORD = /[\p{L}\p{N}]/u

function doubleQuotes(text: string): Change[] {
  const changes: Change[] = []
  let isOpen = false
  for (const { index } of matchesIn(text, /"/g)) {
    const [before, after] = around(text, index)
    if (!isOpen && /\d/.test(before)) continue
    const fits = isOpen
      ? /\S/.test(before) && !WORD.test(after)
      : OPENS_AFTER.test(before) && /\S/.test(after)
    if (!fits) return []
    changes.push(at(index, isOpen ? '”' : '“'))
    isOpen = !isOpen
  }
  return isOpen ? [] : changes
}

// Words that lost their first letters, as in the '90s.
const SHORTENED = /^(?:\d0s|tis|twas|em|til|cause(?! and )|round|n)(?![\p{L}\p{N}])/iu

// A single word in quotes is not a shortened word, except the n of rock 'n' roll.
const QUOTED_WORD = /^(?!n')[a-z]+'(?!\w)/i

// A possessive inside a quotation (the workers' rights) may look like the end of the quotation. A
// later `'` after one of these signs still closes the quotation.
const CLOSES_AFTER = /[.,;:!?…”"\uFFFC]/

function singleQuotes(text: string): Change[] {
  const changes: Change[] = []
  const last = lastClosing(text)
  let isOpen = false
  let hasOpened = false
  for (const { index } of matchesIn(text, /'/g)) {
    const [before, after] = around(text, index)
    if ((/\p{L}/u.test(before) && after !== '(') || (/\d/.test(before) && after === 's')) {
      changes.push(at(index, '’'))
      isOpen &&= WORD.test(after)
    } else if ((isOpen ? /\S/ : CLOSES_AFTER).test(before) && !WORD.test(after) && hasOpened) {
      changes.push(at(index, '’'))
      isOpen = false
    } else if (OPENS_AFTER.test(before) && isShortened(text.slice(index + 1, index + 12), isOpen))
      changes.push(at(index, '’'))
    else if (!isOpen && OPENS_AFTER.test(before) && /\S/.test(after) && index < last) {
      changes.push(at(index, '‘'))
      isOpen = true
      hasOpened = true
    }
  }
  return changes
}

function isShortened(after: string, isOpen: boolean): boolean {
  return SHORTENED.test(after) && (isOpen || !QUOTED_WORD.test(after))
}

function lastClosing(text: string): number {
  return matchesIn(text, /(?<=\S)'(?![\p{L}\p{N}])/gu).at(-1)?.index ?? -1
}

function around(text: string, index: number): readonly [before: string, after: string] {
  return [text[index - 1] ?? ' ', text[index + 1] ?? ' ']
}

function at(index: number, text: string): Change {
  return { start: index, end: index + 1, text }
}
