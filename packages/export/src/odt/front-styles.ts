import { colours } from './colours.ts'
import { cm, pageGeometry } from './page-geometry.ts'
import type { StyleParts } from './style-element.ts'

const { numbers, measure } = pageGeometry
const family = 'paragraph'
const quiet = { 'text:number-lines': 'false', 'text:line-number': 0 }

/** Paragraph styles of the title page, of the contents, of the head and foot of pages, of the colophon. */
export const frontStyles: readonly StyleParts[] = [
  {
    family,
    name: 'Title',
    parent: 'Heading',
    next: 'Subtitle',
    paragraph: { 'fo:margin-top': '5.2cm', 'fo:margin-bottom': '1cm', 'fo:line-height': '106%' },
    text: { 'fo:font-size': '32pt' },
  },
  {
    family,
    name: 'Subtitle',
    parent: 'Heading',
    next: 'Text_20_body',
    paragraph: { 'fo:margin-bottom': '0.15cm' },
    text: { 'fo:font-size': '14pt' },
  },
  {
    family,
    name: 'Cahier_20_Publisher',
    parent: 'Heading',
    master: 'First_20_Page',
    paragraph: { 'fo:margin-bottom': '0cm', 'style:page-number': 'auto' },
    text: { 'fo:font-size': '13pt' },
  },
  {
    family,
    name: 'Cahier_20_Notice',
    parent: 'Text_20_body',
    paragraph: {
      'fo:text-align': 'start',
      'fo:margin-top': '0.4cm',
      'fo:margin-right': '2cm',
      'fo:padding-left': '0.4cm',
      'fo:padding-right': '0cm',
      'fo:padding-top': '0.05cm',
      'fo:padding-bottom': '0.05cm',
      'fo:border-left': `2pt solid ${colours.accent}`,
      'fo:border-right': 'none',
      'fo:border-top': 'none',
      'fo:border-bottom': 'none',
      'style:join-border': 'false',
      ...quiet,
    },
    text: { 'fo:hyphenate': 'false' },
  },
  {
    family,
    name: 'Index',
    parent: 'Standard',
    paragraph: { 'fo:margin-left': cm(numbers), 'fo:text-align': 'start', ...quiet },
    text: { 'fo:hyphenate': 'false' },
  },
  {
    family,
    name: 'Contents_20_Heading',
    parent: 'Heading',
    next: 'Contents_20_1',
    master: 'Cahier_20_Opening',
    paragraph: { 'fo:break-before': 'page', 'fo:margin-top': '2.2cm', 'fo:margin-bottom': '0.7cm', 'style:page-number': 'auto' },
    text: { 'fo:font-size': '25pt' },
  },
  {
    family,
    name: 'Contents_20_1',
    parent: 'Index',
    paragraph: { 'fo:margin-top': '0.35cm', 'fo:margin-bottom': '0.08cm', 'fo:keep-with-next': 'always' },
    tabs: [{ 'style:position': cm(measure), 'style:type': 'right', 'style:leader-style': 'dotted', 'style:leader-text': '.' }],
    text: { 'fo:font-size': '12.5pt' },
  },
  {
    family,
    name: 'Contents_20_2',
    parent: 'Index',
    paragraph: { 'fo:margin-left': cm(numbers + 0.9), 'fo:text-indent': '-0.9cm', 'fo:margin-bottom': '0.03cm', 'fo:line-height': '108%' },
    tabs: [
      { 'style:position': '0cm' },
      { 'style:position': cm(measure - 0.9), 'style:type': 'right', 'style:leader-style': 'dotted', 'style:leader-text': '.' },
    ],
    text: { 'fo:font-size': '10.5pt' },
  },
  {
    family,
    name: 'Header',
    parent: 'Standard',
    paragraph: { 'fo:margin-left': cm(numbers), 'fo:text-align': 'start', ...quiet },
    tabs: [{ 'style:position': cm(measure), 'style:type': 'right' }],
    text: { 'fo:font-size': '8.5pt', 'fo:font-style': 'italic', 'fo:color': colours.quiet, 'fo:hyphenate': 'false' },
  },
  {
    family,
    name: 'Footer',
    parent: 'Standard',
    paragraph: { 'fo:margin-left': cm(numbers), 'fo:text-align': 'start', ...quiet },
    tabs: [{ 'style:position': cm(measure), 'style:type': 'right' }],
    text: { 'fo:font-size': '8.5pt', 'fo:color': colours.quiet, 'fo:hyphenate': 'false' },
  },
  {
    family,
    name: 'Cahier_20_Colophon',
    parent: 'Cahier_20_Fact',
    paragraph: { 'fo:margin-bottom': '0.15cm' },
    text: { 'fo:font-size': '10.5pt' },
  },
]
