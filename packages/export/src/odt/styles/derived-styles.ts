import { isRightToLeft } from '../../direction.ts'
import type { Edition } from '../../edition/edition.ts'
import { cm, type PageLayout } from '../page-layout.ts'
import type { Properties, StyleParts } from './style-element.ts'

/** The name of a style in the opposite direction: `Cahier RTL Footnote`. */
export function oppositeDirectionStyle(
  style: string,
  { language }: Pick<Edition, 'language'>,
): string {
  return `Cahier ${isRightToLeft(language) ? 'LTR' : 'RTL'} ${style.replace(/^Cahier /, '')}`
}

/**
 * A style of the opposite direction for each style in `turned`. A paragraph of the opposite
 * direction has its block number in the line, not in the margin.
 */
export function oppositeDirectionStyles(
  turned: ReadonlySet<string>,
  styles: readonly StyleParts[],
  edition: Edition,
  { numbers }: PageLayout,
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
      // Paragraphs in a table have no column of block numbers.
      const column = lengthOf(before) < numbers ? 0 : numbers
      return {
        ...style,
        name: oppositeDirectionStyle(name, edition),
        parent: name,
        text: {},
        paragraph: {
          'style:writing-mode': fromTheRight ? 'rl-tb' : 'lr-tb',
          ...(list === undefined
            ? { 'fo:margin-left': cm(lengthOf(before) - column), 'fo:text-indent': '0cm' }
            : {}),
          'fo:margin-right': cm(lengthOf(after) + column),
          // LibreOffice reads `start` as left in any direction.
          ...(align === 'start' || align === 'right'
            ? { 'fo:text-align': fromTheRight ? 'right' : 'left' }
            : {}),
        },
      }
    })
}

function propertiesOf(name: string, styles: readonly StyleParts[]): Properties {
  const style = styles.find((one) => one.name === name)
  return style === undefined
    ? {}
    : { ...propertiesOf(style.parent ?? '', styles), ...style.paragraph }
}

function lengthOf(value: string | number | undefined) {
  return Number.parseFloat(`${value ?? 0}`)
}

/**
 * Justified styles that have a variant without justification, for paragraphs with pictures:
 * justification would stretch the line before a wide picture.
 */
export const RAGGED: readonly string[] = [
  'Text body',
  'Cahier Numbered Text',
  'Quotations',
  'Cahier Numbered Quotation',
  'List Bullet',
  'List Number',
]

/**
 * The name of the variant, such as `Cahier Text body With Pictures`; `style` itself without one.
 */
export function raggedStyle(style: string): string {
  return RAGGED.includes(style) ? `Cahier ${style.replace(/^Cahier /, '')} With Pictures` : style
}

/** Adapts a style to a right-to-left document: LibreOffice reads `start` as left. */
export function forRightToLeft(parts: StyleParts): StyleParts {
  const { paragraph } = parts
  // Styles with their own direction, for code, do not change.
  const turns =
    paragraph?.['fo:text-align'] === 'start' && paragraph['style:writing-mode'] === undefined
  return turns ? { ...parts, paragraph: { ...paragraph, 'fo:text-align': 'right' } } : parts
}
