import { cm, type Sheet } from '../sheet.ts'
import { RAGGED, raggedStyle } from './derived-styles.ts'
import {
  hyphenated,
  indent,
  type NamelessStyle,
  type StyleParts,
  stylesNamed,
  textTabStop,
  wholeLines,
  withoutLineNumbers,
} from './style-element.ts'

const LISTS: Readonly<Record<string, string>> = {
  List_20_Bullet: 'Cahier_20_Bullets',
  List_20_Number: 'Cahier_20_Numbers',
}

/** Paragraph styles of running text: body, lists, quotations, code, notes, tables, captions. */
export function bodyParagraphStyles(sheet: Sheet): readonly StyleParts[] {
  const { numbers, measure, colours, size, space, spacing, lineNumbers } = sheet
  // A paragraph number hangs in the left column; a tab goes from it to the text.
  const hanging = { 'fo:text-indent': cm(-numbers) }
  return stylesNamed('paragraph', sheet, {
    Standard: {},
    Text_20_body: {
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers),
        'fo:margin-right': '0cm',
        ...spacing(0, 0.21),
        'fo:line-height': '118%',
        'fo:text-align': 'justify',
        'style:justify-single-word': 'false',
        ...wholeLines,
        'fo:hyphenation-ladder-count': 2,
        'text:number-lines': `${lineNumbers}`,
        'text:line-number': 0,
      },
      text: { ...hyphenated },
    },
    Cahier_20_Numbered_20_Text: {
      parent: 'Text_20_body',
      next: 'Text_20_body',
      paragraph: hanging,
      tabs: textTabStop,
    },
    List: { parent: 'Text_20_body', paragraph: { 'fo:margin-bottom': space(0.11) } },
    List_20_Bullet: { parent: 'List', list: LISTS.List_20_Bullet },
    List_20_Number: { parent: 'List', list: LISTS.List_20_Number },
    Quotations: {
      parent: 'Text_20_body',
      paragraph: {
        'fo:margin-left': cm(numbers + 0.8),
        'fo:margin-right': '0.8cm',
        ...spacing(0.1, 0.31),
      },
      size: 10.5,
    },
    Cahier_20_Numbered_20_Quotation: {
      parent: 'Quotations',
      next: 'Quotations',
      paragraph: { 'fo:text-indent': cm(-numbers - 0.8) },
      tabs: textTabStop,
    },
    ...Object.fromEntries(
      RAGGED.map((parent) => [
        raggedStyle(parent),
        // The list gives the indent, so the ragged style must name the list again.
        {
          parent,
          next: 'Text_20_body',
          list: LISTS[parent],
          paragraph: { 'fo:text-align': 'start' },
        },
      ]),
    ),
    Preformatted_20_Text: {
      parent: 'Text_20_body',
      paragraph: {
        'fo:text-align': 'start',
        'fo:line-height': '112%',
        ...spacing(0.1, 0.31),
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
    Cahier_20_Numbered_20_Code: {
      parent: 'Preformatted_20_Text',
      next: 'Text_20_body',
      paragraph: hanging,
      tabs: textTabStop,
    },
    Footnote: {
      parent: 'Standard',
      paragraph: {
        ...indent(numbers, -numbers),
        'fo:margin-bottom': space(0.05),
        'fo:line-height': '112%',
        ...wholeLines,
        ...withoutLineNumbers,
      },
      size: 9,
      text: { ...hyphenated },
    },
    Cahier_20_Footnote_20_Continued: { parent: 'Footnote', paragraph: { 'fo:text-indent': '0cm' } },
    Table_20_Contents: {
      parent: 'Standard',
      paragraph: { 'fo:line-height': '112%', ...wholeLines, ...withoutLineNumbers },
      size: 9.5,
    },
    ...aligned('Table_20_Contents'),
    Table_20_Heading: {
      parent: 'Table_20_Contents',
      paragraph: { 'fo:keep-with-next': 'always' },
      text: { 'fo:font-weight': 'bold' },
    },
    ...aligned('Table_20_Heading'),
    Caption: {
      parent: 'Standard',
      paragraph: { 'fo:margin-left': cm(numbers), ...spacing(0.2, 0.15), ...withoutLineNumbers },
      size: 9.5,
      text: { 'fo:font-style': 'italic' },
    },
    Table: {
      parent: 'Caption',
      paragraph: { ...hanging, 'fo:keep-with-next': 'always' },
      tabs: textTabStop,
    },
    Figure: { parent: 'Caption', paragraph: spacing(0, 0.35) },
    Cahier_20_Figure: {
      parent: 'Standard',
      next: 'Figure',
      paragraph: {
        ...indent(numbers, -numbers),
        ...spacing(0.2, 0.15),
        'fo:keep-with-next': 'always',
      },
      tabs: textTabStop,
    },
    Horizontal_20_Line: {
      parent: 'Standard',
      next: 'Text_20_body',
      paragraph: {
        'fo:margin-left': cm(numbers + measure / 2 - 1.5),
        'fo:margin-right': cm(measure / 2 - 1.5),
        ...spacing(0, 0.5),
        'fo:border-bottom': `0.5pt solid ${colours.rule}`,
      },
      size: 6,
    },
  })
}

/** Variants of a cell style for columns aligned to the end or the centre. */
function aligned(parent: string): Record<string, NamelessStyle> {
  return {
    [`Cahier_20_${parent}_20_Right`]: { parent, paragraph: { 'fo:text-align': 'end' } },
    [`Cahier_20_${parent}_20_Centred`]: { parent, paragraph: { 'fo:text-align': 'center' } },
  }
}
