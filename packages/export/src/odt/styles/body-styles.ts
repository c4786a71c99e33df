import { cm, type Sheet } from '../sheet.ts'
import { RAGGED, raggedStyle } from './derived-styles.ts'
import { type StyleParts, textTabStop } from './style-element.ts'

const family = 'paragraph'

const LISTS: Readonly<Record<string, string>> = {
  List_20_Bullet: 'Cahier_20_Bullets',
  List_20_Number: 'Cahier_20_Numbers',
}

/** Paragraph styles of running text: body, lists, quotations, code, notes, tables, captions. */
export function bodyParagraphStyles({
  numbers,
  measure,
  colours,
  size,
  space,
  lineNumbers,
}: Sheet): readonly StyleParts[] {
  // A paragraph number hangs in the left column; a tab goes from it to the text.
  const hanging = { 'fo:text-indent': cm(-numbers) }
  return [
    { family, name: 'Standard' },
    {
      family,
      name: 'Text_20_body',
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers),
        'fo:margin-right': '0cm',
        'fo:margin-top': '0cm',
        'fo:margin-bottom': space(0.21),
        'fo:line-height': '118%',
        'fo:text-align': 'justify',
        'style:justify-single-word': 'false',
        'fo:orphans': 2,
        'fo:widows': 2,
        'fo:hyphenation-ladder-count': 2,
        'text:number-lines': `${lineNumbers}`,
        'text:line-number': 0,
      },
      text: {
        'fo:hyphenate': 'true',
        'fo:hyphenation-remain-char-count': 2,
        'fo:hyphenation-push-char-count': 3,
      },
    },
    {
      family,
      name: 'Cahier_20_Numbered_20_Text',
      parent: 'Text_20_body',
      next: 'Text_20_body',
      paragraph: hanging,
      tabs: textTabStop,
    },
    {
      family,
      name: 'List',
      parent: 'Text_20_body',
      paragraph: { 'fo:margin-bottom': space(0.11) },
    },
    ...Object.entries(LISTS).map(
      ([name, list]): StyleParts => ({ family, name, parent: 'List', list }),
    ),
    {
      family,
      name: 'Quotations',
      parent: 'Text_20_body',
      paragraph: {
        'fo:margin-left': cm(numbers + 0.8),
        'fo:margin-right': '0.8cm',
        'fo:margin-top': space(0.1),
        'fo:margin-bottom': space(0.31),
      },
      text: { 'fo:font-size': size(10.5) },
    },
    {
      family,
      name: 'Cahier_20_Numbered_20_Quotation',
      parent: 'Quotations',
      next: 'Quotations',
      paragraph: { 'fo:text-indent': cm(-numbers - 0.8) },
      tabs: textTabStop,
    },
    ...RAGGED.map(
      (parent): StyleParts => ({
        family,
        name: raggedStyle(parent),
        parent,
        next: 'Text_20_body',
        paragraph: { 'fo:text-align': 'start' },
        // The list gives the indent, so the ragged style must name the list again.
        ...(LISTS[parent] === undefined ? {} : { list: LISTS[parent] }),
      }),
    ),
    {
      family,
      name: 'Preformatted_20_Text',
      parent: 'Text_20_body',
      paragraph: {
        'fo:text-align': 'start',
        'fo:line-height': '112%',
        'fo:margin-top': space(0.1),
        'fo:margin-bottom': space(0.31),
        'style:writing-mode': 'lr-tb',
      },
      text: {
        'style:font-name': 'Liberation Mono',
        'fo:font-size': size(8.5),
        'fo:hyphenate': 'false',
        'fo:language': 'zxx',
        'fo:country': 'none',
      },
    },
    {
      family,
      name: 'Cahier_20_Numbered_20_Code',
      parent: 'Preformatted_20_Text',
      next: 'Text_20_body',
      paragraph: hanging,
      tabs: textTabStop,
    },
    {
      family,
      name: 'Footnote',
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers),
        ...hanging,
        'fo:margin-bottom': space(0.05),
        'fo:line-height': '112%',
        'fo:orphans': 2,
        'fo:widows': 2,
        'text:number-lines': 'false',
        'text:line-number': 0,
      },
      text: {
        'fo:font-size': size(9),
        'fo:hyphenate': 'true',
        'fo:hyphenation-remain-char-count': 2,
        'fo:hyphenation-push-char-count': 3,
      },
    },
    {
      family,
      name: 'Cahier_20_Footnote_20_Continued',
      parent: 'Footnote',
      paragraph: { 'fo:text-indent': '0cm' },
    },
    {
      family,
      name: 'Table_20_Contents',
      parent: 'Standard',
      paragraph: {
        'fo:line-height': '112%',
        'fo:orphans': 2,
        'fo:widows': 2,
        'text:number-lines': 'false',
        'text:line-number': 0,
      },
      text: { 'fo:font-size': size(9.5) },
    },
    {
      family,
      name: 'Cahier_20_Table_20_Contents_20_Right',
      parent: 'Table_20_Contents',
      paragraph: { 'fo:text-align': 'end' },
    },
    {
      family,
      name: 'Cahier_20_Table_20_Contents_20_Centred',
      parent: 'Table_20_Contents',
      paragraph: { 'fo:text-align': 'center' },
    },
    {
      family,
      name: 'Table_20_Heading',
      parent: 'Table_20_Contents',
      paragraph: { 'fo:keep-with-next': 'always' },
      text: { 'fo:font-weight': 'bold' },
    },
    {
      family,
      name: 'Cahier_20_Table_20_Heading_20_Right',
      parent: 'Table_20_Heading',
      paragraph: { 'fo:text-align': 'end' },
    },
    {
      family,
      name: 'Cahier_20_Table_20_Heading_20_Centred',
      parent: 'Table_20_Heading',
      paragraph: { 'fo:text-align': 'center' },
    },
    {
      family,
      name: 'Caption',
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers),
        'fo:margin-top': space(0.2),
        'fo:margin-bottom': space(0.15),
        'text:number-lines': 'false',
        'text:line-number': 0,
      },
      text: { 'fo:font-size': size(9.5), 'fo:font-style': 'italic' },
    },
    {
      family,
      name: 'Table',
      parent: 'Caption',
      paragraph: { ...hanging, 'fo:keep-with-next': 'always' },
      tabs: textTabStop,
    },
    {
      family,
      name: 'Figure',
      parent: 'Caption',
      paragraph: { 'fo:margin-top': '0cm', 'fo:margin-bottom': space(0.35) },
    },
    {
      family,
      name: 'Cahier_20_Figure',
      parent: 'Standard',
      next: 'Figure',
      paragraph: {
        'fo:margin-left': cm(numbers),
        ...hanging,
        'fo:margin-top': space(0.2),
        'fo:margin-bottom': space(0.15),
        'fo:keep-with-next': 'always',
      },
      tabs: textTabStop,
    },
    {
      family,
      name: 'Horizontal_20_Line',
      parent: 'Standard',
      next: 'Text_20_body',
      paragraph: {
        'fo:margin-left': cm(numbers + measure / 2 - 1.5),
        'fo:margin-right': cm(measure / 2 - 1.5),
        'fo:margin-top': '0cm',
        'fo:margin-bottom': space(0.5),
        'fo:border-bottom': `0.5pt solid ${colours.rule}`,
      },
      text: { 'fo:font-size': size(6) },
    },
  ]
}
