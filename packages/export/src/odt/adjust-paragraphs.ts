import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { type Direction, directionOfText, isRightToLeft } from '../direction.ts'
import type { OdtWriter } from './odt-writer.ts'
import { oppositeDirectionStyle, RAGGED, raggedStyle } from './styles/derived-styles.ts'
import { keepWithNext } from './styles/style-element.ts'
import { lastParagraph } from './tracked/track-changes.ts'

/**
 * Restyles, in place, paragraphs that read against the document, such as Arabic in a French text.
 * The first letter of a paragraph decides.
 */
export function setParagraphDirection(elements: readonly ElementContent[], odt: OdtWriter): void {
  const around: Direction = isRightToLeft(odt.edition.language) ? 'rtl' : 'ltr'
  const visit = (node: ElementContent) => {
    if (node.type !== 'element' || node.name === 'text:table-of-content') return
    const style = node.attributes['text:style-name'] ?? ''
    if (
      (node.name === 'text:p' && TEXTS.has(style)) ||
      (node.name === 'text:h' && around === 'ltr')
    ) {
      const own = directionOfText(wordsIn(node))
      if (own !== undefined && own !== around) turn(node, style, odt)
    }
    for (const child of node.children) visit(child as ElementContent)
  }
  for (const element of elements) visit(element)
}

function turn(node: Element, style: string, odt: OdtWriter) {
  odt.turned.add(style)
  node.attributes['text:style-name'] = oppositeDirectionStyle(style, odt.edition)
  // An en space now separates the number of a block or note from the text.
  if (style === 'Footnote') node.children.unshift({ type: 'text', value: EN_SPACE })
  const tab = node.children.findIndex(
    (child, index) => index < 2 && child.type === 'element' && child.name === 'text:tab',
  )
  if (tab >= 0) node.children[tab] = { type: 'text', value: EN_SPACE }
}

const EN_SPACE = '\u2002'

function wordsIn({ children }: Element): string {
  return children
    .map((node) => {
      if (node.type === 'text') return node.value
      return node.type === 'element' && isText(node) ? wordsIn(node) : ''
    })
    .join('')
}

function isText({ name, attributes }: Element) {
  return (
    name !== 'text:note' &&
    name !== 'office:annotation' &&
    !BESIDE.has(attributes['text:style-name'] ?? '')
  )
}

/** Character styles whose letters set no direction: numbers, labels and code. */
const BESIDE: ReadonlySet<string> = new Set([
  'Cahier Number',
  'Cahier Mark',
  'Cahier Rank',
  'Cahier Label',
  'Cahier Over',
  'Source Text',
])

/**
 * Styles of paragraphs that authors wrote. Except for headings, only these may change direction.
 */
const TEXTS: ReadonlySet<string> = new Set([
  ...RAGGED,
  ...RAGGED.map(raggedStyle),
  'Footnote',
  'Figure',
  'Bibliography 1',
  'Cahier Question',
  'Cahier Summary',
  'Cahier Request',
  'Cahier Dissent',
  'Cahier Footnote Continued',
  'Cahier Change',
  ...['Table Contents', 'Table Heading'].flatMap((name) => [
    name,
    `Cahier ${name} Right`,
    `Cahier ${name} Centred`,
  ]),
])

/** Keeps the last paragraph before an answer form on the page of that form. Changes its style. */
export function keepBeforeAnswer(elements: readonly Element[], { kept }: OdtWriter): void {
  elements.forEach(({ attributes }, index) => {
    if (!/^b_\d+_answer$/.test(attributes['xml:id'] ?? '')) return
    const last = lastParagraph(elements.slice(0, index))
    if (last?.name !== 'text:p') return
    const style = last.attributes['text:style-name'] ?? ''
    kept.add(style)
    last.attributes['text:style-name'] = keptStyle(style)
  })
}

/** The styles that `keepBeforeAnswer` needs. */
export function keptStyles({ kept }: OdtWriter): Element[] {
  return [...kept].map((style) => {
    const attributes = {
      'style:name': keptStyle(style),
      'style:family': 'paragraph',
      'style:parent-style-name': style,
    }
    return x('style:style', attributes, x('style:paragraph-properties', keepWithNext))
  })
}

function keptStyle(style: string) {
  return `${style}.Kept`
}
