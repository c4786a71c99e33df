/** A part of a drawing that has a name: how many elements are its own, and the named parts that are drawn with it, in it or because something in it leads there. */
export interface DrawnPart {
  elements: number
  readonly parts: string[]
}

/** More than anyone draws: a few hundred bytes of parts that draw each other ten times over would keep a reader busy for hours. */
const MOST_DRAWN = 1_000_000

/** Whether what `whole` draws, each part as often as something leads to it, is more than anyone draws, or never ends. */
export function isDrawnTooOften(whole: DrawnPart, named: ReadonlyMap<string, DrawnPart>): boolean {
  const known = new Map<DrawnPart, number>()
  const weightOf = (part: DrawnPart): number => {
    const before = known.get(part)
    if (before !== undefined) return before
    // Until it is counted: one that leads to itself never is.
    known.set(part, Number.POSITIVE_INFINITY)
    let weight = part.elements
    for (const name of part.parts) {
      const other = named.get(name)
      if (other !== undefined) weight += weightOf(other)
    }
    known.set(part, weight)
    return weight
  }
  return weightOf(whole) > MOST_DRAWN
}
