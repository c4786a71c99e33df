import type { Element } from 'xast'
import { isRightToLeft } from '../../direction.ts'
import type { OdtWriter } from '../odt-writer.ts'
import { cm } from '../page-layout.ts'
import { type StyleParts, styleElement } from './style-element.ts'

/** The automatic styles of tables, cells and columns (`Cahier.25` is 25 % wide). */
export function tableStyles({ columns, edition, sheet }: OdtWriter): Element[] {
  if (columns.size === 0) return []
  const { measure, numbers, colours } = sheet
  // LibreOffice leaves no margin beside a right-aligned table.
  const placed = isRightToLeft(edition.language)
    ? { 'table:align': 'margins', 'fo:margin-right': cm(numbers) }
    : { 'table:align': 'left', 'fo:margin-left': cm(numbers) }
  const rule = `0.75pt solid #000000`
  const cell = (
    kind: string,
    padding: string,
    borders: Readonly<Record<string, string>>,
  ): StyleParts => ({
    family: 'table-cell',
    name: `Cahier.${kind}`,
    own: {
      'style:vertical-align': kind.endsWith('Head') ? 'bottom' : 'top',
      'fo:padding-left': '0cm',
      'fo:padding-right': padding,
      'fo:padding-top': '0.09cm',
      'fo:padding-bottom': '0.09cm',
      'fo:border-left': 'none',
      'fo:border-right': 'none',
      ...borders,
    },
  })
  const thin = `0.35pt solid ${colours.rule}`
  const styles: readonly StyleParts[] = [
    ...['Cahier', 'Cahier.Whole'].map(
      (name): StyleParts => ({
        family: 'table',
        name,
        own: {
          'style:width': cm(measure),
          ...placed,
          'fo:margin-top': '0cm',
          'fo:margin-bottom': '0.4cm',
          'style:may-break-between-rows': `${name === 'Cahier'}`,
          'table:border-model': 'collapsing',
        },
      }),
    ),
    ...[...columns].map(
      (share): StyleParts => ({
        family: 'table-column',
        name: `Cahier.${share}`,
        own: { 'style:column-width': cm((measure * share) / 100) },
      }),
    ),
    ...[
      ['', '0.4cm'],
      ['Close', '0.1cm'],
    ].flatMap(([close = '', padding = '']) => [
      cell(`${close}Head`, padding, { 'fo:border-top': rule, 'fo:border-bottom': rule }),
      cell(`${close}First`, padding, { 'fo:border-top': rule, 'fo:border-bottom': thin }),
      cell(`${close}Body`, padding, { 'fo:border-top': 'none', 'fo:border-bottom': thin }),
      cell(`${close}Last`, padding, { 'fo:border-top': 'none', 'fo:border-bottom': rule }),
    ]),
  ]
  return styles.map(styleElement)
}
