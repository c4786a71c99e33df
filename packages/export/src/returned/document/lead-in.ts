import { MARK_LABELS } from '../../edition/labels.ts'

/**
 * The words of a paragraph, with those that were typed before the number printed at its head, or in
 * its place. `at`: where the bookmark over its words begins.
 */
export function withoutLeadIn(text: string, prefix: string, at: number): string {
  const head = text.slice(0, at)
  // A search may have put another word in the place of every mark.
  if (withoutMark(head) === withoutMark(prefix)) return text.slice(at)
  for (const own of [text, text.replace(BULLET, '')]) {
    const led = leadIn(own, prefix, AT_HEAD)
    if (led !== null) return own.slice(led)
  }
  for (let start = text.indexOf('§', 1); start > 0; start = text.indexOf('§', start + 1)) {
    const within = leadIn(text.slice(start), prefix, NUMBER)
    if (within !== null) return text.slice(0, start) + text.slice(start + within)
  }
  if (prefix !== '' && head.endsWith(prefix)) return head.slice(0, -prefix.length) + text.slice(at)
  // What was typed over the number is no longer told from it by its place.
  const printed = new Set(wordsIn([prefix, ...MARKS].join(' ')))
  const isTyped = wordsIn(head).some((word) => /\p{L}{2}/u.test(word) && !printed.has(word))
  return isTyped ? text : text.slice(at)
}

/**
 * How much of a paragraph was printed before others, at its head: who takes out the words of a
 * paragraph leaves its number, and the next one comes up behind it. `prefixes`: what is printed
 * before each block, by its number.
 */
export function leftByOthers(
  text: string,
  prefix: string,
  prefixes: ReadonlyMap<string, string>,
): number {
  const own = numberIn(prefix)
  let from = 0
  for (;;) {
    const rest = text.slice(from)
    const number = numberIn(rest)
    const led =
      number === '' || number === own ? null : leadIn(rest, prefixes.get(number) ?? '', NUMBER)
    if (!led) return from
    from += led
  }
}

/**
 * The number printed at the head of a paragraph, without the mark beside it; `''` when there is
 * none.
 */
export function numberIn(text: string): string {
  const found = text.replace(BULLET, '')
  return AT_HEAD.test(found) ? (/^§[\d.]+/.exec(found)?.[0] ?? '') : ''
}

/** The words of a paragraph that was put in with a number, as a copy of another is. */
export function withoutNumber(text: string): string {
  return text.replace(NUMBER, '')
}

/** The words of a block without what was printed before the one that was joined to it. */
export function withoutNext(words: string, prefix: string): string {
  const end = words.length - prefix.length
  return prefix !== '' && end >= 0 && sameBlanks(words.slice(end)) === sameBlanks(prefix)
    ? words.slice(0, end)
    : words
}

/**
 * What was printed before blocks that were joined to the one before them, by the number in it, and
 * where their words begin.
 */
export function numbersWithin(
  text: string,
  prefixes: ReadonlyMap<string, string>,
): readonly { readonly number: string; readonly at: number }[] {
  return [...text.matchAll(/§[\d.]+(?=\s)/g)].flatMap(({ 0: number, index }) => {
    const prefix = prefixes.get(number) ?? ''
    const at = index + prefix.length
    return index > 0 && prefix !== '' && sameBlanks(text.slice(index, at)) === sameBlanks(prefix)
      ? [{ number, at }]
      : []
  })
}

/** How much of a paragraph was printed before its words; `null` when that is no longer there. */
function leadIn(piece: string, prefix: string, number: RegExp): number | null {
  const [printed = ''] = NUMBER.exec(prefix) ?? []
  const [found = ''] = printed === '' ? [] : (number.exec(piece) ?? [])
  const label = prefix.slice(printed.length)
  const isLabel =
    sameBlanks(piece.slice(found.length, found.length + label.length)) === sameBlanks(label)
  return (printed !== '') === (found !== '') && isLabel ? found.length + label.length : null
}

function withoutMark(leadIn: string): string {
  return sameBlanks(leadIn.replace(/^(§[\d.]+[\t\u2002])[^\t\n\u2002]*\u2002/, '$1'))
}

// Some word processors write a tab, or a wide space, as an ordinary one.
function sameBlanks(text: string): string {
  return text.replace(/\s/g, ' ')
}

// The mark is that of the day when it was printed: a round may have opened or closed since, and the
// number may be another. What was not adopted was called « rejetée » in editions that may still
// come back.
const MARKS = [
  ...Object.values(MARK_LABELS).flatMap((labels) => Object.values(labels)),
  'rejetée',
  'rejected',
]
const NUMBER = new RegExp(`^§[\\d.]+[\\t\\u2002](?:(?:${MARKS.join('|')})\\u2002)?`)
const AT_HEAD = new RegExp(`^§[\\d.]+[\\s](?:(?:${MARKS.join('|')})\\s)?`)
/** What a list is given before its items by what knows no lists. */
const BULLET = /^(?:[•◦▪●○■–*·-]|\d+[.)])\s+/

/** The words of a text, to be compared with those of another. */
export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
