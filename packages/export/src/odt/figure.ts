import type { Image, Paragraph } from 'mdast'
import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { picture } from './inline.ts'
import type { BlockWriter, OdtWriter } from './odt-writer.ts'
import { hangingNumber, paragraph, plain } from './paragraph.ts'

/** The image of a paragraph that holds nothing else; otherwise undefined. */
export function loneImage({ children }: Pick<Paragraph, 'children'>): Image | undefined {
  const [image, ...others] = children
  return image?.type === 'image' && others.length === 0 ? image : undefined
}

export function figure(
  image: Image,
  { data }: Paragraph,
  name: string,
  writer: BlockWriter,
): Element[] {
  const { odt } = writer
  const shown = paragraph({
    style: 'Cahier Figure',
    name,
    before: hangingNumber(data?.number ?? '', writer.mark),
    text: picture(image, writer, true),
  })
  if (!image.title) return [shown]
  const caption = paragraph({
    style: 'Figure',
    name: odt.anchors(name, 'caption'),
    before: [...captionNumber(odt, 'Figure'), ...plain('. ')],
    text: plain(image.title),
  })
  return [shown, caption]
}

/** « Tableau 3 » as a field, which word processors renumber. */
export function captionNumber(
  { edition: { words }, captions }: OdtWriter,
  sort: 'Figure' | 'Table',
): ElementContent[] {
  const number = ++captions[sort]
  const field = {
    'text:ref-name': `ref${sort}${number - 1}`,
    'text:name': sort,
    'text:formula': `ooow:${sort}+1`,
    'style:num-format': '1',
  }
  const word = sort === 'Figure' ? words.figure : words.table
  return [...plain(`${word}\u00A0`), x('text:sequence', field, `${number}`)]
}
