/**
 * A part of a drawing that has a name: how many elements are its own, and the named parts that are
 * drawn with it, in it or because something in it leads there.
 */
export interface DrawnPart {
  elements: number
  readonly parts: string[]
  readonly painted: Painted[]
}

/**
 * A shape that is painted with named parts, those that the elements around it hand down among them;
 * or a part that is drawn there, each of its shapes painted so.
 */
export interface Painted {
  readonly by: readonly string[]
  readonly part: string | null
}

/** Drawn by itself, so far. */
export function emptyPart(): DrawnPart {
  return { elements: 0, parts: [], painted: [] }
}

/**
 * More than anyone draws: a few hundred bytes of parts that draw each other ten times over would
 * keep a reader busy for hours.
 */
export const MOST_DRAWN = 1_000_000

/**
 * Whether what `whole` draws, each part as often as something leads to it, is more than anyone
 * draws, or never ends.
 */
export function isDrawnTooOften(whole: DrawnPart, parts: ReadonlyMap<string, DrawnPart>): boolean {
  const known = new Map<DrawnPart, number>()
  const paints = new Map<readonly string[], number>()
  const named = (name: string) => {
    const part = parts.get(name)
    return part === undefined ? 0 : weightOf(part)
  }
  const weightOfPaint = (by: readonly string[]): number => {
    const weight = paints.get(by) ?? by.reduce((sum, name) => sum + named(name), 0)
    paints.set(by, weight)
    return weight
  }
  const weightOf = (part: DrawnPart): number => {
    const before = known.get(part)
    if (before !== undefined) return before
    // Until it is counted: one that leads to itself never is.
    known.set(part, Number.POSITIVE_INFINITY)
    let weight = part.elements
    for (const name of part.parts) weight += named(name)
    for (const { by, part: drawn } of part.painted) {
      const paint = weightOfPaint(by)
      if (paint > 0) weight += paint * (drawn === null ? 1 : named(drawn))
    }
    known.set(part, weight)
    return weight
  }
  return weightOf(whole) > MOST_DRAWN
}
