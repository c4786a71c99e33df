import type { Sheet } from '../sheet.ts'
import { type StyleParts, stylesNamed } from './style-element.ts'

const raised = { 'style:text-position': '33% 62%' }

/** Character styles. The text has no direct formatting. */
export function characterStyles(sheet: Sheet): readonly StyleParts[] {
  const { colours, size } = sheet
  return stylesNamed('text', sheet, {
    Emphasis: { text: { 'fo:font-style': 'italic' } },
    Strong_20_Emphasis: { text: { 'fo:font-weight': 'bold' } },
    Source_20_Text: {
      text: {
        'style:font-name': 'Liberation Mono',
        'fo:hyphenate': 'false',
        'fo:language': 'zxx',
        'fo:country': 'none',
      },
    },
    Cahier_20_Inserted: {
      text: {
        'style:text-underline-style': 'solid',
        'style:text-underline-type': 'single',
        'style:text-underline-width': 'auto',
        'style:text-underline-color': 'font-color',
      },
    },
    Cahier_20_Deleted: {
      text: { 'style:text-line-through-style': 'solid', 'style:text-line-through-type': 'single' },
    },
    Cahier_20_Number: {
      text: {
        'style:font-name': 'Liberation Serif',
        'fo:font-size': size(8),
        'fo:color': colours.quiet,
        'fo:font-style': 'normal',
        'fo:font-weight': 'normal',
        'fo:hyphenate': 'false',
      },
    },
    Cahier_20_Mark: {
      size: 8.5,
      text: {
        'fo:font-variant': 'small-caps',
        'fo:letter-spacing': '0.02cm',
        'fo:color': colours.accent,
        'fo:font-style': 'normal',
        'fo:font-weight': 'normal',
        'fo:hyphenate': 'false',
      },
    },
    Cahier_20_Crowded: { size: 6.5 },
    Cahier_20_Rank: { text: { 'fo:color': colours.accent } },
    Cahier_20_Over: {
      size: 12,
      text: { 'fo:font-style': 'italic', 'fo:color': colours.accent },
    },
    Cahier_20_Label: {
      text: {
        'fo:font-variant': 'small-caps',
        'fo:letter-spacing': '0.02cm',
        'fo:color': colours.quiet,
        'fo:font-style': 'normal',
      },
    },
    Cahier_20_Collective: { text: { 'fo:font-weight': 'bold' } },
    Cahier_20_Example: { text: { 'fo:font-style': 'italic' } },
    Internet_20_link: { text: { 'fo:color': colours.link } },
    Visited_20_Internet_20_Link: { text: { 'fo:color': colours.link } },
    Cahier_20_Reference: { text: { 'fo:color': colours.link } },
    Index_20_Link: {},
    Footnote_20_Symbol: {},
    Footnote_20_anchor: { text: raised },
    Line_20_numbering: {
      size: 6.5,
      text: { 'fo:color': colours.quiet, 'fo:font-style': 'normal' },
    },
    Page_20_Number: {},
  })
}
