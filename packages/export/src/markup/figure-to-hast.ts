import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Paragraph } from 'mdast'
import { idOf, numberBefore } from './block-number.ts'
import { inlineToHast } from './inline-to-hast.ts'
import { ownLanguage } from './own-language.ts'
import type { Page, Scope } from './page.ts'

/**
 * A picture alone in its paragraph, and its title below it as a caption; `null` for any other
 * paragraph.
 */
export function figureToHast(
  { children, data }: Paragraph,
  page: Page,
  scope: Scope,
): Element | null {
  const [image, ...others] = children
  if (image?.type !== 'image' || others.length > 0 || page.srcOf(image.url) === null) return null
  const caption = image.title ? [h('figcaption', image.title)] : []
  return h(
    'figure',
    { ...idOf(data?.number), ...ownLanguage(data?.lang, page.dialect) },
    numberBefore(data?.number, page),
    inlineToHast([image], page, scope),
    caption,
  )
}
