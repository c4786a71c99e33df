/**
 * Removes the lead-in of a paragraph: the number, status and label printed before the text
 * (`prefix`). Words that someone typed in the lead-in stay. `at` is the offset of the bookmark
 * after the lead-in.
 */
export function withoutLeadIn(text: string, prefix: string, at: number): string {
  const head = text.slice(0, at)
  // The status after the number (« projet ») is not compared: “Replace all” may have changed it.
  if (withoutMark(head) === withoutMark(prefix)) return text.slice(at)
  const led = leadInLength(text, prefix)
  if (led !== null) return text.slice(led)
  if (prefix !== '' && head.endsWith(prefix)) return head.slice(0, -prefix.length) + text.slice(at)
  // Words before the bookmark that were not printed are new: keep them.
  const printed = new Set(wordsIn(prefix))
  const isTyped = wordsIn(head).some((word) => /\p{L}{2}/u.test(word) && !printed.has(word))
  return isTyped ? text : text.slice(at)
}

/**
 * The length of the lead-ins of other blocks at the start of a text. When a paragraph is deleted,
 * its number may stay in front of the next paragraph. `prefixes` are the printed lead-ins by
 * number.
 */
export function otherLeadInsLength(
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

/** The block number at the start of a text, such as `§7.2`; empty if none. */
export function printedNumber(text: string): string {
  return /^§[\d.]+/.exec(NUMBER.exec(text)?.[0] ?? '')?.[0] ?? ''
}

/** The text without the block number at its start. */
export function withoutNumber(text: string): string {
  return text.replace(NUMBER, '')
}

/** The length of the lead-in at the start of `text`; null if edited. Only the number may differ. */
function leadInLength(text: string, prefix: string) {
  const [printed = ''] = NUMBER.exec(prefix) ?? []
  const [found = ''] = printed === '' ? [] : (NUMBER.exec(text) ?? [])
  const label = prefix.slice(printed.length)
  return (printed !== '') === (found !== '') && text.startsWith(label, found.length)
    ? found.length + label.length
    : null
}

function withoutMark(leadIn: string) {
  return leadIn.replace(NUMBER, (found) => found.replace(/[\t\u2002].*/su, ''))
}

/** A block number, then its status if any: « §7.2 », « §7.2 projet ». */
const NUMBER = /^§[\d.]+[\t\u2002](?:[^\s]+(?: [^\s]+)?\u2002)?/

/** The words of a text, in lower case. */
export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
