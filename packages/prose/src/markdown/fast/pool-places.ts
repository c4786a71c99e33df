/**
 * Where a byte of a pool of UTF-8 is in what the pool says, in UTF-16 units, and the other way
 * round; both for the first byte of a character, or the end. Good until the next is made.
 */
export class PoolPlaces {
  private readonly count: number
  /** Where the last answer was: the next is most often there, or soon after. */
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

  // How many bytes that stand for no unit are before a byte; with a `step` of 1, before a unit.
  private countBelow(limit: number, step: 0 | 1): number {
    const isBelow = (at: number) => (silent[at] as number) - step * at < limit
    let low = this.last
    let high = this.count
    if (low > 0 && !isBelow(low - 1)) {
      high = low - 1
      low = 0
    }
    // From there on, in longer and longer steps.
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

// The offsets of the bytes that stand for no unit: the first of a character stands for one, and the
// second of four for another.
let silent = new Uint32Array(1 << 10)

// Four bytes are looked at at once: most texts have few that are not ASCII.
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
