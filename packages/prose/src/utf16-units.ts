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
