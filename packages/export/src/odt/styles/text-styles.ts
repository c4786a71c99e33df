import { cm, type PageLayout } from '../page-layout.ts'
import { RAGGED, raggedStyle } from './derived-styles.ts'
import {
  bold,
  hyphenLimits,
  indent,
  keepWithNext,
  noHyphenation,
  noOrphanLines,
  partTitleStyle,
  ragged,
  type Styles,
  slanted,
  textTabStop,
  withoutLineNumbers,
} from './style-element.ts'

const next = 'Text body'

const LISTS: Readonly<Record<string, string>> = {
  'List Bullet': 'Cahier Bullets',
  'List Number': 'Cahier Numbers',
}

/** Paragraph styles of running text, notes and tables. */
export function bodyStyles(sheet: PageLayout): Styles {
  const { numbers, measure, colours, size, space, spacing, lineNumbers } = sheet
  // A paragraph number hangs in the left column; a tab goes from it to the text.
  const hanging = { 'fo:text-indent': cm(-numbers) }
  return {
    Standard: {},
    'Text body': {
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers),
        'fo:margin-right': '0cm',
        ...spacing(0, 0.21),
        'fo:line-height': '118%',
        'fo:text-align': 'justify',
        'style:justify-single-word': 'false',
        ...noOrphanLines,
        'fo:hyphenation-ladder-count': 2,
        'text:number-lines': `${lineNumbers}`,
        'text:line-number': 0,
      },
      text: { 'fo:hyphenate': 'true', ...hyphenLimits },
    },
    'Cahier Numbered Text': {
      parent: 'Text body',
      next,
      paragraph: hanging,
      tabs: textTabStop,
    },
    List: { parent: 'Text body', paragraph: { 'fo:margin-bottom': space(0.11) } },
    'List Bullet': { parent: 'List', list: LISTS['List Bullet'] },
    'List Number': { parent: 'List', list: LISTS['List Number'] },
    Quotations: {
      parent: 'Text body',
      paragraph: {
        'fo:margin-left': cm(numbers + 0.8),
        'fo:margin-right': '0.8cm',
        ...spacing(0.1, 0.31),
      },
      size: 10.5,
    },
    'Cahier Numbered Quotation': {
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
          next,
          list: LISTS[parent],
          paragraph: ragged,
        },
      ]),
    ),
    'Preformatted Text': {
      parent: 'Text body',
      paragraph: {
        ...ragged,
        'fo:line-height': '112%',
        ...spacing(0.1, 0.31),
        'style:writing-mode': 'lr-tb',
      },
      text: {
        'style:font-name': 'Liberation Mono',
        'fo:font-size': size(8.5),
        ...noHyphenation,
        'fo:language': 'zxx',
        'fo:country': 'none',
      },
    },
    'Cahier Numbered Code': {
      parent: 'Preformatted Text',
      next,
      paragraph: hanging,
      tabs: textTabStop,
    },
    Footnote: {
      parent: 'Standard',
      paragraph: {
        ...indent(numbers, -numbers),
        'fo:margin-bottom': space(0.05),
        'fo:line-height': '112%',
        ...noOrphanLines,
        ...withoutLineNumbers,
      },
      size: 9,
      text: { 'fo:hyphenate': 'true', ...hyphenLimits },
    },
    'Cahier Footnote Continued': { parent: 'Footnote', paragraph: { 'fo:text-indent': '0cm' } },
    'Table Contents': {
      parent: 'Standard',
      paragraph: { 'fo:line-height': '112%', ...noOrphanLines, ...withoutLineNumbers },
      size: 9.5,
    },
    ...aligned('Table Contents'),
    'Table Heading': {
      parent: 'Table Contents',
      paragraph: keepWithNext,
      text: bold,
    },
    ...aligned('Table Heading'),
    Caption: {
      parent: 'Standard',
      paragraph: { 'fo:margin-left': cm(numbers), ...spacing(0.2, 0.15), ...withoutLineNumbers },
      size: 9.5,
      text: slanted,
    },
    Table: {
      parent: 'Caption',
      paragraph: { ...hanging, ...keepWithNext },
      tabs: textTabStop,
    },
    Figure: { parent: 'Caption', paragraph: spacing(0, 0.35) },
    'Cahier Figure': {
      parent: 'Standard',
      next: 'Figure',
      paragraph: {
        ...indent(numbers, -numbers),
        ...spacing(0.2, 0.15),
        ...keepWithNext,
      },
      tabs: textTabStop,
    },
    'Horizontal Line': {
      parent: 'Standard',
      next,
      paragraph: {
        'fo:margin-left': cm(numbers + measure / 2 - 1.5),
        'fo:margin-right': cm(measure / 2 - 1.5),
        ...spacing(0, 0.5),
        'fo:border-bottom': `0.5pt solid ${colours.rule}`,
      },
      size: 6,
    },
  }
}

function aligned(parent: string): Styles {
  return {
    [`Cahier ${parent} Right`]: { parent, paragraph: { 'fo:text-align': 'end' } },
    [`Cahier ${parent} Centred`]: { parent, paragraph: { 'fo:text-align': 'center' } },
  }
}

/** Paragraph styles of the headings of axes, proposals and sections. */
export function headingStyles(sheet: PageLayout): Styles {
  const { numbers, spacing, fewPages } = sheet
  // Each heading repeats this indent: the outline overrides an inherited indent.
  const atText = indent(numbers, 0)
  const section = {
    parent: 'Heading',
    next,
    paragraph: { ...atText, ...spacing(0.6, 0.16) },
    size: 11.5,
    text: bold,
  }
  const deepest = { parent: 'Heading 4', next, paragraph: atText, size: 11 }
  return {
    Heading: {
      parent: 'Standard',
      next,
      paragraph: {
        'fo:margin-left': cm(numbers),
        ...keepWithNext,
        'fo:keep-together': 'always',
        ...ragged,
        'fo:line-height': '108%',
        ...withoutLineNumbers,
      },
      text: noHyphenation,
    },
    'Heading 1': {
      parent: 'Heading',
      next,
      level: 1,
      ...(fewPages
        ? { paragraph: { ...atText, ...spacing(1.3, 0.3) }, size: 19 }
        : partTitleStyle(atText, sheet)),
    },
    'Heading 2': {
      parent: 'Heading',
      next,
      level: 2,
      paragraph: { ...indent(numbers, -numbers), ...spacing(fewPages ? 0.75 : 1.5, 0.12) },
      tabs: textTabStop,
      size: fewPages ? 14 : 16.5,
    },
    'Heading 3': { ...section, level: 3 },
    'Cahier Section of Introduction': { ...section, level: 2 },
    'Heading 4': {
      parent: 'Heading',
      next,
      level: 4,
      paragraph: { ...atText, ...spacing(0.4, 0.12) },
      size: 11.5,
      text: slanted,
    },
    ...Object.fromEntries([5, 6, 7].map((level) => [`Heading ${level}`, { ...deepest, level }])),
  }
}
