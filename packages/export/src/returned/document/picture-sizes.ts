import type { Element } from 'xast'
import { elementsIn, textOf } from './odt-elements.ts'

/**
 * How many bytes each picture of a frame has: the same one has as many, whichever office saved it.
 * None for a drawing, which offices turn into a picture of their own. `sizes` are those of the
 * files of the document, by name.
 */
export function pictureSizes(
  frame: Element,
  sizes: ReadonlyMap<string, number>,
): readonly number[] {
  const images = elementsIn(frame, 'draw:image')
  const names = images.map(({ attributes }) =>
    (attributes['xlink:href'] ?? '').replace(/^\.\//, ''),
  )
  if (names.some((name) => name.endsWith('.svg'))) return []
  return images.flatMap((image, index) => {
    const [inside] = elementsIn(image, 'office:binary-data')
    return inside === undefined
      ? (sizes.get(names[index] as string) ?? [])
      : Buffer.from(textOf(inside), 'base64').length
  })
}

/**
 * Whether a picture of a block is no longer one of those that were printed, by their sizes. Where
 * one of them is a drawing, whatever stands there may come from it.
 */
export function hasOtherPicture(
  before: readonly (readonly number[])[],
  now: readonly (readonly number[])[],
  printed: ReadonlySet<number>,
): boolean {
  if (before.length === 0 || before.some((sizes) => sizes.length === 0)) return false
  return now.some((sizes) => sizes.length > 0 && !sizes.some((size) => printed.has(size)))
}
