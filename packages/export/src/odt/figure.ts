import type { Image, Paragraph } from 'mdast'
import type { Element } from 'xast'
import { captionNumber } from './caption-number.ts'
import { hangingNumber } from './hanging-number.ts'
import { type InlineWriter, picture } from './inline.ts'
import { paragraph, plain } from './paragraph.ts'

/** The picture that a paragraph is, when it is nothing else. */
export function loneImage({ children }: Pick<Paragraph, 'children'>): Image | undefined {
  const [image, ...others] = children
  return image?.type === 'image' && others.length === 0 ? image : undefined
}

/** A picture on its own, and below it its title, if it has one, as a numbered caption. */
export function figure(
  image: Image,
  { data }: Paragraph,
  name: string,
  writer: InlineWriter,
): Element[] {
  const { desk } = writer
  const shown = paragraph({
    style: 'Cahier_20_Figure',
    name,
    before: hangingNumber(data?.number ?? '', writer.scope.mark),
    text: picture(image, writer, true),
  })
  if (!image.title) return [shown]
  const label = [...captionNumber(desk, 'Figure'), ...plain('. ')]
  return [
    shown,
    paragraph({
      style: 'Figure',
      name: desk.anchors(name, 'caption'),
      before: label,
      text: plain(image.title),
    }),
  ]
}
