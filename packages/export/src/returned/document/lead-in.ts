import { MARK_LABELS } from '../../edition/labels.ts'

/**
 * The words of a paragraph without its lead-in: the printed number, mark and label. Words typed
 * before or over it stay. `at` is the start of the bookmark over the words.
 */
export function withoutLeadIn(text: string, prefix: string, at: number): string {
  const head = text.slice(0, at)
  // A replacement in the whole document may have changed the mark.
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
  // The number was typed over: words before the bookmark stay unless they were printed.
  const printed = new Set(wordsIn([prefix, ...MARKS].join(' ')))
  const isTyped = wordsIn(head).some((word) => /\p{L}{2}/u.test(word) && !printed.has(word))
  return isTyped ? text : text.slice(at)
}

/**
 * The length of lead-ins of other paragraphs at the start: when the words of a paragraph are
 * deleted, its number stays before the next one. `prefixes` are the printed lead-ins by number.
 */
export function leftByOthers(
  text: string,
  prefix: string,
  prefixes: ReadonlyMap<string, string>,
): number {
  const own = printedNumber(prefix)
  let from = 0
  for (;;) {
    const rest = text.slice(from)
    const number = printedNumber(rest)
    const led =
      number === '' || number === own ? null : leadIn(rest, prefixes.get(number) ?? '', NUMBER)
    if (!led) return from
    from += led
  }
}

/** The number at the start of a paragraph, such as `§7.2`; empty when there is none. */
export function printedNumber(text: string): string {
  const found = text.replace(BULLET, '')
  return AT_HEAD.test(found) ? (/^§[\d.]+/.exec(found)?.[0] ?? '') : ''
}

/** The text without the number at its start, which a copied paragraph repeats. */
export function withoutNumber(text: string): string {
  return text.replace(NUMBER, '')
}

/** The words of a block without the lead-in of the block joined after it. */
export function withoutNext(words: string, prefix: string): string {
  const end = words.length - prefix.length
  return prefix !== '' && end >= 0 && sameBlanks(words.slice(end)) === sameBlanks(prefix)
    ? words.slice(0, end)
    : words
}

/** The numbers of other blocks joined into this paragraph, each with the offset of its words. */
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

/** The length of the number and label before the words; null if they were edited. */
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

// Some word processors replace tabs and wide spaces with ordinary ones.
function sameBlanks(text: string): string {
  return text.replace(/\s/g, ' ')
}

// The mark may have changed since the day of printing. Old editions have « rejetée ».
const MARKS = [
  ...Object.values(MARK_LABELS).flatMap((labels) => Object.values(labels)),
  'rejetée',
  'rejected',
]
const NUMBER = new RegExp(`^§[\\d.]+[\\t\\u2002](?:(?:${MARKS.join('|')})\\u2002)?`)
const AT_HEAD = new RegExp(`^§[\\d.]+[\\s](?:(?:${MARKS.join('|')})\\s)?`)
/** A bullet written as text, by programs without lists. */
const BULLET = /^(?:[•◦▪●○■–*·-]|\d+[.)])\s+/

/** The words of a text in lower case, for comparison. */
export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
