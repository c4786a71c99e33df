import { createHash } from 'node:crypto'
import type { Edition } from '../edition/edition.ts'
import type { Material } from '../edition/exporter.ts'
import type { FlowNode, InlineNode } from '../edition/nodes.ts'
import { imageType } from './image-type.ts'

/** An image of the edition, under a name that any file system takes. */
export interface ShownImage {
  /** `images/<first letters of the SHA-256>.<ending>` */
  readonly path: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * The images that the edition shows, by asset path, in order of first use. Those that are not safe
 * images are left out.
 */
export function shownImages(edition: Edition, material: Material): ReadonlyMap<string, ShownImage> {
  const images = new Map<string, ShownImage>()
  for (const { url } of imagesIn(textsOf(edition))) {
    if (images.has(url)) continue
    const bytes = material.readAsset(url)
    const type = imageType(bytes)
    if (type === null) continue
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    images.set(url, { path: `images/${name}.${type.ending}`, mediaType: type.mediaType, bytes })
  }
  return images
}

function textsOf(edition: Edition): (FlowNode | InlineNode)[] {
  return edition.chapters.flatMap((chapter) => [
    ...chapter.introduction,
    ...chapter.notes.flatMap((note) => note.nodes),
    ...chapter.measures.flatMap((measure) => [
      ...measure.sections.flatMap((section) => section.nodes),
      ...measure.notes.flatMap((note) => note.nodes),
    ]),
  ])
}

function imagesIn(nodes: readonly (FlowNode | InlineNode)[]): { url: string; alt: string }[] {
  return nodes.flatMap((node) =>
    node.type === 'image'
      ? [{ url: node.url, alt: node.alt ?? '' }]
      : 'children' in node
        ? imagesIn(node.children)
        : [],
  )
}
