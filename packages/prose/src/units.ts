/**
 * The UTF-16 units of a text, for who looks at each of them: asked one by one of a string that was
 * cut out of another, they take five times as long. There may be others after those of the text;
 * all are good until the next call.
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

/**
 * What tells something of a unit, a number other than 0, by a table: `look` is asked once of each
 * sign, a half of a character included.
 */
export function tellUnits(look: (sign: string) => number): (unit: number) => number {
  const known = new Int32Array(0x10000)
  return (unit) => {
    const told = known[unit] as number
    if (told !== 0) return told
    const found = look(String.fromCharCode(unit))
    known[unit] = found
    return found
  }
}

/**
 * The same text, which keeps nothing else in memory: an engine that cuts a part out of a long text
 * most often keeps the whole of it.
 */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1)
}

/** Which of two texts comes first, by their UTF-16 units: the same on every machine. */
export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
