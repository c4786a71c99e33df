/**
 * The UTF-16 units of a text, faster to read than a long string. The array may be longer than the
 * text, and is valid until the next call.
 */
export function unitsOf(text: string): Uint16Array {
  if (text === last) return units
  if (text.length > units.length) {
    units = new Uint16Array(text.length * 2)
    bytes = Buffer.from(units.buffer)
  }
  bytes.write(text, 0, 'utf16le')
  last = text
  return units
}

let units = new Uint16Array(1 << 12)
let bytes = Buffer.from(units.buffer)
let last = ''

/** A copy of a text that does not keep in memory the longer string it was cut from. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1)
}

/** Compares two texts by UTF-16 units, for `sort`: the same order on every machine. */
export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
