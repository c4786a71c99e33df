import type { Image, Paragraph } from 'mdast'
import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { imageType, sizeOf } from '../images/image-type.ts'
import type { BlockWriter, OdtWriter, Picture } from './odt-writer.ts'
import { cm, type PageLayout } from './page-layout.ts'
import { hangingNumber, paragraph, plain } from './paragraph.ts'

/** A paragraph with one picture, then a caption when the picture has a title. */
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
    text: image.title,
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

/**
 * A picture at 110 pixels an inch, or smaller to fit the page. A picture that cannot be shown
 * becomes its alternative text. `isAlone` puts the top of the picture level with the block number.
 */
export function picture(
  { url, alt, title }: Image,
  { odt, inset = 0 }: BlockWriter,
  isAlone = false,
): ElementContent[] {
  const shown = loadPicture(url, odt)
  if (shown === null) return plain(alt ?? '')
  const measure = Math.max(odt.sheet.measure - inset, 2)
  const natural = (shown.width / 110) * 2.54
  const tallest = odt.sheet.picture / ((shown.height / 110) * 2.54)
  const width = natural * Math.min(1, measure / natural, tallest)
  const attributes = {
    'draw:style-name': isAlone ? 'Cahier Picture Alone' : 'Graphics',
    'draw:name': `Image ${shown.number}`,
    'text:anchor-type': 'as-char',
    'svg:width': cm(width),
    'svg:height': cm((width * shown.height) / shown.width),
  }
  const image = {
    'xlink:type': 'simple',
    'xlink:show': 'embed',
    'xlink:actuate': 'onLoad',
    'xlink:href': shown.path,
  }
  return [
    x(
      'draw:frame',
      attributes,
      x('draw:image', image),
      title ? x('svg:title', title) : null,
      // ODF 1.3 requires a description of every picture.
      x('svg:desc', alt || title || odt.edition.words.image),
    ),
  ]
}

function loadPicture(asset: string, { pictures, readAsset }: OdtWriter): Picture | null {
  const known = pictures.get(asset)
  if (known !== undefined) return known
  const bytes = readAsset(asset)
  const type = imageType(bytes)
  const size = type && sizeOf(bytes)
  if (!type || !size) return null
  const number = pictures.size + 1
  const { mediaType, ending } = type
  const picture = { path: `Pictures/${number}.${ending}`, mediaType, bytes, number, ...size }
  pictures.set(asset, picture)
  return picture
}

/** True when a picture is at least half as wide as the text. */
export function holdsWidePicture(content: readonly ElementContent[], sheet: PageLayout): boolean {
  return content.some(
    (node) =>
      node.type === 'element' &&
      (node.name === 'draw:frame'
        ? Number.parseFloat(node.attributes['svg:width'] ?? '') >= sheet.measure / 2
        : holdsWidePicture(node.children as ElementContent[], sheet)),
  )
}
