/**
 * The UTF-16 units of a text, for who looks at each of them: asked one by one of a string that was cut out of another, they take five times as
 * long. There may be others after those of the text; all are good until the next call.
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
