import type { Sheet } from '../sheet.ts'
import type { StyleParts } from './style-element.ts'

const family = 'text'
const raised = { 'style:text-position': '33% 62%' }

/** Character styles. The text has no direct formatting. */
export function characterStyles({ colours, size }: Sheet): readonly StyleParts[] {
  return [
    { family, name: 'Emphasis', text: { 'fo:font-style': 'italic' } },
    { family, name: 'Strong_20_Emphasis', text: { 'fo:font-weight': 'bold' } },
    {
      family,
      name: 'Source_20_Text',
      text: {
        'style:font-name': 'Liberation Mono',
        'fo:hyphenate': 'false',
        'fo:language': 'zxx',
        'fo:country': 'none',
      },
    },
    {
      family,
      name: 'Cahier_20_Inserted',
      text: {
        'style:text-underline-style': 'solid',
        'style:text-underline-type': 'single',
        'style:text-underline-width': 'auto',
        'style:text-underline-color': 'font-color',
      },
    },
    {
      family,
      name: 'Cahier_20_Deleted',
      text: { 'style:text-line-through-style': 'solid', 'style:text-line-through-type': 'single' },
    },
    {
      family,
      name: 'Cahier_20_Number',
      text: {
        'style:font-name': 'Liberation Serif',
        'fo:font-size': size(8),
        'fo:color': colours.quiet,
        'fo:font-style': 'normal',
        'fo:font-weight': 'normal',
        'fo:hyphenate': 'false',
      },
    },
    {
      family,
      name: 'Cahier_20_Mark',
      text: {
        'fo:font-size': size(8.5),
        'fo:font-variant': 'small-caps',
        'fo:letter-spacing': '0.02cm',
        'fo:color': colours.accent,
        'fo:font-style': 'normal',
        'fo:font-weight': 'normal',
        'fo:hyphenate': 'false',
      },
    },
    { family, name: 'Cahier_20_Crowded', text: { 'fo:font-size': size(6.5) } },
    { family, name: 'Cahier_20_Rank', text: { 'fo:color': colours.accent } },
    {
      family,
      name: 'Cahier_20_Over',
      text: { 'fo:font-size': size(12), 'fo:font-style': 'italic', 'fo:color': colours.accent },
    },
    {
      family,
      name: 'Cahier_20_Label',
      text: {
        'fo:font-variant': 'small-caps',
        'fo:letter-spacing': '0.02cm',
        'fo:color': colours.quiet,
        'fo:font-style': 'normal',
      },
    },
    { family, name: 'Cahier_20_Collective', text: { 'fo:font-weight': 'bold' } },
    { family, name: 'Cahier_20_Example', text: { 'fo:font-style': 'italic' } },
    { family, name: 'Internet_20_link', text: { 'fo:color': colours.link } },
    { family, name: 'Visited_20_Internet_20_Link', text: { 'fo:color': colours.link } },
    { family, name: 'Cahier_20_Reference', text: { 'fo:color': colours.link } },
    { family, name: 'Index_20_Link' },
    { family, name: 'Footnote_20_Symbol' },
    { family, name: 'Footnote_20_anchor', text: raised },
    {
      family,
      name: 'Line_20_numbering',
      text: { 'fo:font-size': size(6.5), 'fo:color': colours.quiet, 'fo:font-style': 'normal' },
    },
    { family, name: 'Page_20_Number' },
  ]
}
