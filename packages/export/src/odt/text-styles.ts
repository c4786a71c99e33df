import { colours } from './colours.ts'
import { cm, pageGeometry } from './page-geometry.ts'
import type { StyleParts } from './style-element.ts'

const { numbers } = pageGeometry
const family = 'paragraph'
// A number hangs in its column: the first line begins at its left edge, a tab leads to the text.
const hanging = { 'fo:text-indent': cm(-numbers) }
const toText = [{ 'style:position': '0cm' }]

/** Paragraph styles of running text: body, lists, quotations, code, notes, tables, captions. */
export const textStyles: readonly StyleParts[] = [
  { family, name: 'Standard' },
  {
    family,
    name: 'Text_20_body',
    parent: 'Standard',
    paragraph: {
      'fo:margin-left': cm(numbers),
      'fo:margin-right': '0cm',
      'fo:margin-top': '0cm',
      'fo:margin-bottom': '0.21cm',
      'fo:line-height': '118%',
      'fo:text-align': 'justify',
      'style:justify-single-word': 'false',
      'fo:orphans': 2,
      'fo:widows': 2,
      'fo:hyphenation-ladder-count': 2,
      'text:number-lines': 'true',
      'text:line-number': 0,
    },
    text: { 'fo:hyphenate': 'true', 'fo:hyphenation-remain-char-count': 2, 'fo:hyphenation-push-char-count': 3 },
  },
  { family, name: 'Cahier_20_Numbered_20_Text', parent: 'Text_20_body', next: 'Text_20_body', paragraph: hanging, tabs: toText },
  { family, name: 'List', parent: 'Text_20_body', paragraph: { 'fo:margin-bottom': '0.11cm' } },
  { family, name: 'List_20_Bullet', parent: 'List', list: 'Cahier_20_Bullets' },
  { family, name: 'List_20_Number', parent: 'List', list: 'Cahier_20_Numbers' },
  {
    family,
    name: 'Quotations',
    parent: 'Text_20_body',
    paragraph: { 'fo:margin-left': cm(numbers + 0.8), 'fo:margin-right': '0.8cm', 'fo:margin-top': '0.1cm', 'fo:margin-bottom': '0.31cm' },
    text: { 'fo:font-size': '10.5pt' },
  },
  {
    family,
    name: 'Cahier_20_Numbered_20_Quotation',
    parent: 'Quotations',
    next: 'Quotations',
    paragraph: { 'fo:text-indent': cm(-numbers - 0.8) },
    tabs: toText,
  },
  {
    family,
    name: 'Preformatted_20_Text',
    parent: 'Text_20_body',
    paragraph: { 'fo:text-align': 'start', 'fo:line-height': '112%', 'fo:margin-top': '0.1cm', 'fo:margin-bottom': '0.31cm' },
    text: {
      'style:font-name': 'Liberation Mono',
      'fo:font-size': '8.5pt',
      'fo:hyphenate': 'false',
      'fo:language': 'zxx',
      'fo:country': 'none',
    },
  },
  { family, name: 'Cahier_20_Numbered_20_Code', parent: 'Preformatted_20_Text', next: 'Text_20_body', paragraph: hanging, tabs: toText },
  {
    family,
    name: 'Footnote',
    parent: 'Standard',
    paragraph: {
      'fo:margin-left': cm(numbers),
      ...hanging,
      'fo:margin-bottom': '0.05cm',
      'fo:line-height': '112%',
      'fo:orphans': 2,
      'fo:widows': 2,
      'text:number-lines': 'false',
      'text:line-number': 0,
    },
    text: { 'fo:font-size': '9pt', 'fo:hyphenate': 'true', 'fo:hyphenation-remain-char-count': 2, 'fo:hyphenation-push-char-count': 3 },
  },
  { family, name: 'Cahier_20_Footnote_20_Continued', parent: 'Footnote', paragraph: { 'fo:text-indent': '0cm' } },
  {
    family,
    name: 'Table_20_Contents',
    parent: 'Standard',
    paragraph: { 'fo:line-height': '112%', 'fo:orphans': 2, 'fo:widows': 2, 'text:number-lines': 'false', 'text:line-number': 0 },
    text: { 'fo:font-size': '9.5pt' },
  },
  { family, name: 'Cahier_20_Table_20_Contents_20_Right', parent: 'Table_20_Contents', paragraph: { 'fo:text-align': 'end' } },
  { family, name: 'Cahier_20_Table_20_Contents_20_Centred', parent: 'Table_20_Contents', paragraph: { 'fo:text-align': 'center' } },
  {
    family,
    name: 'Table_20_Heading',
    parent: 'Table_20_Contents',
    paragraph: { 'fo:keep-with-next': 'always' },
    text: { 'fo:font-weight': 'bold' },
  },
  { family, name: 'Cahier_20_Table_20_Heading_20_Right', parent: 'Table_20_Heading', paragraph: { 'fo:text-align': 'end' } },
  { family, name: 'Cahier_20_Table_20_Heading_20_Centred', parent: 'Table_20_Heading', paragraph: { 'fo:text-align': 'center' } },
  {
    family,
    name: 'Caption',
    parent: 'Standard',
    paragraph: {
      'fo:margin-left': cm(numbers),
      'fo:margin-top': '0.2cm',
      'fo:margin-bottom': '0.15cm',
      'text:number-lines': 'false',
      'text:line-number': 0,
    },
    text: { 'fo:font-size': '9.5pt', 'fo:font-style': 'italic' },
  },
  { family, name: 'Table', parent: 'Caption', paragraph: { ...hanging, 'fo:keep-with-next': 'always' }, tabs: toText },
  { family, name: 'Figure', parent: 'Caption', paragraph: { 'fo:margin-top': '0cm', 'fo:margin-bottom': '0.35cm' } },
  {
    family,
    name: 'Cahier_20_Figure',
    parent: 'Standard',
    next: 'Figure',
    paragraph: {
      'fo:margin-left': cm(numbers),
      ...hanging,
      'fo:margin-top': '0.2cm',
      'fo:margin-bottom': '0.15cm',
      'fo:keep-with-next': 'always',
    },
    tabs: toText,
  },
  {
    family,
    name: 'Horizontal_20_Line',
    parent: 'Standard',
    next: 'Text_20_body',
    paragraph: {
      'fo:margin-left': cm(numbers + pageGeometry.measure / 2 - 1.5),
      'fo:margin-right': cm(pageGeometry.measure / 2 - 1.5),
      'fo:margin-top': '0cm',
      'fo:margin-bottom': '0.5cm',
      'fo:border-bottom': `0.5pt solid ${colours.rule}`,
    },
    text: { 'fo:font-size': '6pt' },
  },
]
