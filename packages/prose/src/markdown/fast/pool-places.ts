/**
 * Maps byte offsets of UTF-8 to UTF-16 offsets, and back, at the first byte of characters. Valid
 * until the next one is created.
 */
export class PoolPlaces {
  private readonly count: number
  /** The last index found, where the next search begins. */
  private last = 0

  constructor(pool: Uint8Array) {
    this.count = findSilent(pool)
  }

  placeOf(byte: number): number {
    return byte - this.countBelow(byte, 0)
  }

  byteAt(place: number): number {
    return place + this.countBelow(place + 1, 1)
  }

  // The number of silent bytes (see below) before a byte; with `step` 1, before a unit.
  private countBelow(limit: number, step: 0 | 1): number {
    const isBelow = (at: number) => (silent[at] as number) - step * at < limit
    let low = this.last
    let high = this.count
    if (low > 0 && !isBelow(low - 1)) {
      high = low - 1
      low = 0
    }
    // The next place is usually near: searches in growing steps.
    else
      for (let at = low, by = 1; at < high; at += by, by *= 2) {
        if (isBelow(at)) low = at + 1
        else high = at
      }
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBelow(middle)) low = middle + 1
      else high = middle
    }
    this.last = low
    return low
  }
}

// Offsets of bytes without a UTF-16 unit: a character has a unit for its first byte, and for the
// second of four.
let silent = new Uint32Array(1 << 10)

// Reads four bytes at a time, since most are ASCII.
function findSilent(pool: Uint8Array): number {
  const before = pool.byteOffset & 3
  const words = new Uint32Array(pool.buffer, pool.byteOffset - before, (pool.length + before) >> 2)
  let count = 0
  for (let word = 0; word < words.length; word++)
    if (((words[word] as number) & BEYOND_ASCII) !== 0)
      count = addSilent(pool, Math.max(word * 4 - before, 0), (word + 1) * 4 - before, count)
  return addSilent(pool, Math.max(words.length * 4 - before, 0), pool.length, count)
}

function addSilent(pool: Uint8Array, from: number, to: number, known: number): number {
  let count = known
  for (let at = from; at < to; at++) {
    const byte = pool[at] as number
    if (byte < 0x80 || byte >= 0xc0 || (at > 0 && (pool[at - 1] as number) >= 0xf0)) continue
    if (count === silent.length) {
      const longer = new Uint32Array(count * 2)
      longer.set(silent)
      silent = longer
    }
    silent[count++] = at
  }
  return count
}

const BEYOND_ASCII = 0x80808080
