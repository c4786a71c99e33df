import { cm, type Sheet } from '../sheet.ts'
import {
  indent,
  opening,
  type StyleParts,
  stylesNamed,
  withoutLineNumbers,
} from './style-element.ts'

const next = 'Text_20_body'

/** Paragraph styles of the headings of axes, proposals and sections. */
export function headingStyles(sheet: Sheet): readonly StyleParts[] {
  const { numbers, spacing, fewPages } = sheet
  // Repeated in each heading: the indents of the outline override inherited indents.
  const atText = indent(numbers, 0)
  const section = {
    parent: 'Heading',
    next,
    paragraph: { ...atText, ...spacing(0.6, 0.16) },
    size: 11.5,
    text: { 'fo:font-weight': 'bold' },
  }
  const deepest = {
    parent: 'Heading_20_4',
    next,
    paragraph: atText,
    size: 11,
  }
  return stylesNamed('paragraph', sheet, {
    Heading: {
      parent: 'Standard',
      next,
      paragraph: {
        'fo:margin-left': cm(numbers),
        'fo:keep-with-next': 'always',
        'fo:keep-together': 'always',
        'fo:text-align': 'start',
        'fo:line-height': '108%',
        ...withoutLineNumbers,
      },
      text: { 'fo:hyphenate': 'false' },
    },
    Heading_20_1: {
      parent: 'Heading',
      next,
      level: 1,
      ...(fewPages
        ? {
            paragraph: { ...atText, ...spacing(1.3, 0.3) },
            size: 19,
          }
        : opening(atText, sheet)),
    },
    Heading_20_2: {
      parent: 'Heading',
      next,
      level: 2,
      paragraph: { ...indent(numbers, -numbers), ...spacing(fewPages ? 0.75 : 1.5, 0.12) },
      tabs: [{ 'style:position': '0cm' }],
      size: fewPages ? 14 : 16.5,
    },
    Heading_20_3: { ...section, level: 3 },
    Cahier_20_Section_20_of_20_Introduction: { ...section, level: 2 },
    Heading_20_4: {
      parent: 'Heading',
      next,
      level: 4,
      paragraph: { ...atText, ...spacing(0.4, 0.12) },
      size: 11.5,
      text: { 'fo:font-style': 'italic' },
    },
    Heading_20_5: { ...deepest, level: 5 },
    Heading_20_6: { ...deepest, level: 6 },
    Heading_20_7: { ...deepest, level: 7 },
  })
}
