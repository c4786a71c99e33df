import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { type Direction, directionOfText, isRightToLeft } from '../direction.ts'
import type { OdtWriter } from './odt-writer.ts'
import { oppositeDirectionStyle, RAGGED, raggedStyle } from './styles/derived-styles.ts'

/** Restyles, in place, paragraphs whose first letter is against the document's direction. */
export function turnParagraphs(elements: readonly ElementContent[], odt: OdtWriter): void {
  const around: Direction = isRightToLeft(odt.edition.language) ? 'rtl' : 'ltr'
  const visit = (node: ElementContent): void => {
    if (node.type !== 'element' || node.name === 'text:table-of-content') return
    const style = node.attributes['text:style-name'] ?? ''
    if (
      (node.name === 'text:p' && TEXTS.has(style)) ||
      (node.name === 'text:h' && around === 'ltr')
    ) {
      const own = firstDirection(node.children)
      if (own !== undefined && own !== around) turn(node, style, odt)
    }
    for (const child of node.children) visit(child as ElementContent)
  }
  for (const element of elements) visit(element)
}

function turn(node: Element, style: string, odt: OdtWriter): void {
  odt.turned.add(style)
  node.attributes['text:style-name'] = oppositeDirectionStyle(style, odt.edition)
  // The number of a block or note moves into the line.
  if (style === 'Footnote') node.children.unshift({ type: 'text', value: LEAD })
  const tab = node.children.findIndex(
    (child, index) => index < 2 && child.type === 'element' && child.name === 'text:tab',
  )
  if (tab >= 0) node.children[tab] = { type: 'text', value: LEAD }
}

const LEAD = '\u2002'

function firstDirection(nodes: readonly ElementContent[]): Direction | undefined {
  for (const node of nodes) {
    const found =
      node.type === 'text'
        ? directionOfText(node.value)
        : node.type === 'element' && isText(node)
          ? firstDirection(node.children as ElementContent[])
          : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function isText({ name, attributes }: Element): boolean {
  return (
    name !== 'text:note' &&
    name !== 'office:annotation' &&
    !BESIDE.has(attributes['text:style-name'] ?? '')
  )
}

/** Styles whose letters do not count: numbers, labels and code. */
const BESIDE: ReadonlySet<string> = new Set(
  ['Number', 'Mark', 'Rank', 'Label', 'Over']
    .map((name) => `Cahier_20_${name}`)
    .concat('Source_20_Text'),
)

/** Styles of paragraphs that authors wrote. Labels follow the direction of the document. */
const TEXTS: ReadonlySet<string> = new Set([
  'Text_20_body',
  'Quotations',
  'List_20_Bullet',
  'List_20_Number',
  'Footnote',
  'Figure',
  'Bibliography_20_1',
  ...RAGGED.map(raggedStyle),
  ...[
    'Numbered_20_Text',
    'Numbered_20_Quotation',
    'Question',
    'Summary',
    'Request',
    'Dissent',
    'Footnote_20_Continued',
    'Change',
  ].map((name) => `Cahier_20_${name}`),
  ...['Contents', 'Heading'].flatMap((name) => [
    `Table_20_${name}`,
    `Cahier_20_Table_20_${name}_20_Right`,
    `Cahier_20_Table_20_${name}_20_Centred`,
  ]),
])

/** Restyles, in place, the last paragraph of each proposal: it stays with the answer form. */
export function keepBeforeAnswer(elements: readonly Element[], { kept }: OdtWriter): void {
  elements.forEach(({ attributes }, index) => {
    const last = /^b_\d+_answer$/.test(attributes['xml:id'] ?? '')
      ? lastParagraph(elements[index - 1])
      : undefined
    if (last === undefined) return
    const style = last.attributes['text:style-name'] ?? ''
    kept.add(style)
    last.attributes['text:style-name'] = keptStyle(style)
  })
}

export function keptStyles({ kept }: OdtWriter): Element[] {
  return [...kept].map((style) =>
    x(
      'style:style',
      {
        'style:name': keptStyle(style),
        'style:family': 'paragraph',
        'style:parent-style-name': style,
      },
      [x('style:paragraph-properties', { 'fo:keep-with-next': 'always' })],
    ),
  )
}

function keptStyle(style: string): string {
  return `${style}.Kept`
}

/** The element if it is a paragraph, or the last paragraph of a list. */
function lastParagraph(element: Element | undefined): Element | undefined {
  if (element?.name === 'text:p') return element
  if (element?.name !== 'text:list' && element?.name !== 'text:list-item') return undefined
  return lastParagraph(element.children.findLast((child) => child.type === 'element'))
}
