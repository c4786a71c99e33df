import type { PageLayout } from '../page-layout.ts'
import { bold, noHyphenation, type Styles, slanted } from './style-element.ts'

const raised = { 'style:text-position': '33% 62%' }
const upright = { 'fo:font-style': 'normal', 'fo:font-weight': 'normal' }
const smallCaps = { 'fo:font-variant': 'small-caps', 'fo:letter-spacing': '0.02cm' }

/** Character styles by name. */
export function characterStyles(sheet: PageLayout): Styles {
  const { colours, size } = sheet
  return {
    Emphasis: { text: slanted },
    'Strong Emphasis': { text: bold },
    'Source Text': {
      text: {
        'style:font-name': 'Liberation Mono',
        ...noHyphenation,
        'fo:language': 'zxx',
        'fo:country': 'none',
      },
    },
    'Cahier Inserted': {
      text: {
        'style:text-underline-style': 'solid',
        'style:text-underline-type': 'single',
        'style:text-underline-width': 'auto',
        'style:text-underline-color': 'font-color',
      },
    },
    'Cahier Deleted': {
      text: { 'style:text-line-through-style': 'solid', 'style:text-line-through-type': 'single' },
    },
    'Cahier Number': {
      text: {
        'style:font-name': 'Liberation Serif',
        'fo:font-size': size(8),
        'fo:color': colours.quiet,
        ...upright,
        ...noHyphenation,
      },
    },
    'Cahier Mark': {
      size: 8.5,
      text: {
        ...smallCaps,
        'fo:color': colours.accent,
        ...upright,
        ...noHyphenation,
      },
    },
    'Cahier Crowded': { size: 6.5 },
    'Cahier Rank': { text: { 'fo:color': colours.accent } },
    'Cahier Over': {
      size: 12,
      text: { ...slanted, 'fo:color': colours.accent },
    },
    'Cahier Label': {
      text: {
        ...smallCaps,
        'fo:color': colours.quiet,
        'fo:font-style': 'normal',
      },
    },
    'Cahier Collective': { text: bold },
    'Cahier Example': { text: slanted },
    'Internet link': { text: { 'fo:color': colours.link } },
    'Visited Internet Link': { text: { 'fo:color': colours.link } },
    'Cahier Reference': { text: { 'fo:color': colours.link } },
    'Index Link': {},
    'Footnote Symbol': {},
    'Footnote anchor': { text: raised },
    'Line numbering': {
      size: 6.5,
      text: { 'fo:color': colours.quiet, 'fo:font-style': 'normal' },
    },
    'Page Number': {},
  }
}
