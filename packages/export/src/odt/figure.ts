import type { Paragraph } from 'mdast'
import type { Element } from 'xast'
import { captionNumber } from './caption-number.ts'
import { hangingNumber } from './hanging-number.ts'
import { type InlineWriter, inline } from './inline.ts'
import { paragraph, plain } from './paragraph.ts'

/** Whether a paragraph is a picture and nothing else. */
export function isFigure({ children }: Paragraph): boolean {
  return children.length === 1 && children[0]?.type === 'image'
}

/** A picture on its own, and below it its title, if it has one, as a numbered caption. */
export function figure(node: Paragraph, name: string, writer: InlineWriter): Element[] {
  const { desk } = writer
  const picture = paragraph({
    style: 'Cahier_20_Figure',
    name,
    before: hangingNumber(node.data?.number ?? '', writer.scope.mark),
    text: inline(node.children, writer),
  })
  const [image] = node.children
  if (image?.type !== 'image' || !image.title) return [picture]
  const label = [...captionNumber(desk, 'Figure'), ...plain('. ')]
  return [picture, paragraph({ style: 'Figure', name: desk.anchors(name, 'caption'), before: label, text: plain(image.title) })]
}
