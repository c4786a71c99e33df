import { isRightToLeft } from '../../direction.ts'
import type { Edition } from '../../edition/edition.ts'
import { cm, type Sheet } from '../sheet.ts'
import type { Properties, StyleParts } from './style-element.ts'

/**
 * The style of a paragraph that is read the other way than the document:
 * `Cahier_20_RTL_20_Text_20_body`.
 */
export function turnedStyle(style: string, { language }: Pick<Edition, 'language'>): string {
  return `Cahier_20_${isRightToLeft(language) ? 'LTR' : 'RTL'}_20_${style.replace(/^Cahier_20_/, '')}`
}

/**
 * Those that a document has, each from the style it turns round. What is said of the left holds for
 * the side where lines begin, so the column of the numbers goes to the other: a number cannot hang
 * there from a line that begins across the page, and leads it instead.
 */
export function turnedStyles(
  turned: ReadonlySet<string>,
  styles: readonly StyleParts[],
  edition: Edition,
  { numbers }: Sheet,
): StyleParts[] {
  const fromTheRight = !isRightToLeft(edition.language)
  return styles
    .filter(({ name }) => turned.has(name))
    .map((style): StyleParts => {
      const { name, list } = style
      const {
        'fo:margin-left': before,
        'fo:margin-right': after,
        'fo:text-align': align = 'start',
      } = propertiesOf(name, styles)
      // Not those of tables, which have a column of their own.
      const column = lengthOf(before) < numbers ? 0 : numbers
      return {
        ...style,
        name: turnedStyle(name, edition),
        parent: name,
        text: {},
        paragraph: {
          'style:writing-mode': fromTheRight ? 'rl-tb' : 'lr-tb',
          // Items of lists are set in by their list.
          ...(list === undefined
            ? { 'fo:margin-left': cm(lengthOf(before) - column), 'fo:text-indent': '0cm' }
            : {}),
          'fo:margin-right': cm(lengthOf(after) + column),
          // LibreOffice takes `start` for the left whatever is read.
          ...(align === 'start' || align === 'right'
            ? { 'fo:text-align': fromTheRight ? 'right' : 'left' }
            : {}),
        },
      }
    })
}

/** What a style says, with what it has from those above it. */
function propertiesOf(name: string, styles: readonly StyleParts[]): Properties {
  const style = styles.find((one) => one.name === name)
  return style === undefined
    ? {}
    : { ...propertiesOf(style.parent ?? '', styles), ...style.paragraph }
}

function lengthOf(value: string | number | undefined): number {
  return Number.parseFloat(`${value ?? 0}`)
}

/**
 * Styles of justified paragraphs, each of which has one that is not: a wide picture that goes to
 * the next line would leave a line of words stretched to the margin.
 */
export const RAGGED: readonly string[] = [
  'Text_20_body',
  'Cahier_20_Numbered_20_Text',
  'Quotations',
  'Cahier_20_Numbered_20_Quotation',
  'List_20_Bullet',
  'List_20_Number',
]

/**
 * The style of such a paragraph that holds a wide picture among its words:
 * `Cahier_20_Text_20_body_20_With_20_Pictures`.
 */
export function raggedStyle(style: string): string {
  return RAGGED.includes(style)
    ? `Cahier_20_${style.replace(/^Cahier_20_/, '')}_20_With_20_Pictures`
    : style
}

/**
 * A style of a document that reads from right to left. Margins turn round by themselves;
 * LibreOffice takes `start` for the left whatever is read.
 */
export function fromTheRight(parts: StyleParts): StyleParts {
  const { paragraph } = parts
  // What says its own direction is code.
  const turns =
    paragraph?.['fo:text-align'] === 'start' && paragraph['style:writing-mode'] === undefined
  return turns ? { ...parts, paragraph: { ...paragraph, 'fo:text-align': 'right' } } : parts
}
