/**
 * What was read so far in the merge at hand, by reading and by text; `null` outside one, where
 * nothing is kept.
 */
let kept: Map<unknown, Map<string, unknown>> | null = null

/** Longer texts are read anew each time, rather than held several times over; in UTF-16 units. */
const LONGEST = 200_000

/** Makes a merge, within which what is `remembered` of a text is read once. */
export function remembering<T>(merge: () => T): T {
  if (kept !== null) return merge()
  kept = new Map()
  try {
    return merge()
  } finally {
    kept = null
  }
}

/**
 * A reading of a text that is made once in a merge: a merge looks at the same few texts again and
 * again.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  return (text) => {
    if (kept === null || text.length > LONGEST) return read(text)
    let readings = kept.get(read) as Map<string, T> | undefined
    if (readings === undefined) {
      readings = new Map()
      kept.set(read, readings)
    }
    let reading = readings.get(text)
    if (reading === undefined) {
      reading = read(text)
      readings.set(text, reading)
    }
    return reading
  }
}

/** The same of two texts. */
export function rememberedOfTwo<T>(
  read: (one: string, other: string) => T,
): (one: string, other: string) => T {
  const readOne = remembered((one) => remembered((other) => read(one, other)))
  return (one, other) => readOne(one)(other)
}

/** The same of three. */
export function rememberedOfThree<T>(
  read: (one: string, other: string, third: string) => T,
): (one: string, other: string, third: string) => T {
  const readOne = remembered((one) => rememberedOfTwo((other, third) => read(one, other, third)))
  return (one, other, third) => readOne(one)(other, third)
}
