/**
 * A part of an SVG drawing: an element with an id. `parts` has the ids of the parts that it draws.
 * `painted` has the shapes in this part that are painted by other parts, such as gradients.
 */
export interface DrawnPart {
  elements: number
  readonly parts: string[]
  readonly painted: Painted[]
}

/**
 * A shape, and the ids of the parts that paint it, such as gradients. For a shape that is a `use`
 * element, `part` is the id of the part that it draws; null for other shapes.
 */
export interface Painted {
  readonly by: readonly string[]
  readonly part: string | null
}

export function emptyPart(): DrawnPart {
  return { elements: 0, parts: [], painted: [] }
}

/** The most elements that a drawing may draw, repetitions included. */
export const MOST_DRAWN = 1_000_000

/** Whether a drawing draws more than `MOST_DRAWN` elements, or contains itself. */
export function drawsTooMuch(whole: DrawnPart, parts: ReadonlyMap<string, DrawnPart>): boolean {
  const known = new Map<DrawnPart, number>()
  const paints = new Map<readonly string[], number>()
  const named = (name: string) => {
    const part = parts.get(name)
    return part === undefined ? 0 : weightOf(part)
  }
  const weightOfPaint = (by: readonly string[]) => {
    const weight = paints.get(by) ?? by.reduce((sum, name) => sum + named(name), 0)
    paints.set(by, weight)
    return weight
  }
  const weightOf = (part: DrawnPart) => {
    const before = known.get(part)
    if (before !== undefined) return before
    // The weight is infinite until it is counted, so a part that draws itself is infinite.
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
