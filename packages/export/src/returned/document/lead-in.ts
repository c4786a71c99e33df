/**
 * The words of a paragraph without its lead-in: the printed number, mark and label. Words typed
 * before or over it stay. `at` is the start of the bookmark over the words.
 */
export function withoutLeadIn(text: string, prefix: string, at: number): string {
  const head = text.slice(0, at)
  // A replacement in the whole document may have changed the mark.
  if (withoutMark(head) === withoutMark(prefix)) return text.slice(at)
  const led = leadInLength(text, prefix)
  if (led !== null) return text.slice(led)
  if (prefix !== '' && head.endsWith(prefix)) return head.slice(0, -prefix.length) + text.slice(at)
  // The number was typed over: words before the bookmark stay unless they were printed.
  const printed = new Set(wordsIn(prefix))
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
      number === '' || number === own ? null : leadInLength(rest, prefixes.get(number) ?? '')
    if (!led) return from
    from += led
  }
}

/** The number at the start of a paragraph, such as `§7.2`; empty when there is none. */
export function printedNumber(text: string): string {
  return /^§[\d.]+/.exec(NUMBER.exec(text)?.[0] ?? '')?.[0] ?? ''
}

/** The text without the number at its start, which a copied paragraph repeats. */
export function withoutNumber(text: string): string {
  return text.replace(NUMBER, '')
}

/** The length of the number and label before the words; null if they were edited. */
function leadInLength(text: string, prefix: string): number | null {
  const [printed = ''] = NUMBER.exec(prefix) ?? []
  const [found = ''] = printed === '' ? [] : (NUMBER.exec(text) ?? [])
  const label = prefix.slice(printed.length)
  return (printed !== '') === (found !== '') && text.startsWith(label, found.length)
    ? found.length + label.length
    : null
}

function withoutMark(leadIn: string): string {
  return leadIn.replace(NUMBER, (found) => found.replace(/[\t\u2002].*/su, ''))
}

/** A number, and the mark of the day of printing: « §7.2 », « §7.2 projet ». */
const NUMBER = /^§[\d.]+[\t\u2002](?:[^\s]+(?: [^\s]+)?\u2002)?/

/** The words of a text in lower case, for comparison. */
export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
