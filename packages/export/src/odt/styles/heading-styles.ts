import { cm, type Sheet } from '../sheet.ts'
import type { StyleParts } from './style-element.ts'

const family = 'paragraph'
const next = 'Text_20_body'

/** Paragraph styles of headings: axes; proposals, with a number in the margin; sections. */
export function headingStyles({ numbers, size, space, fewPages }: Sheet): readonly StyleParts[] {
  // Repeated in each heading: the indents of the outline override inherited ones.
  const atText = { 'fo:margin-left': cm(numbers), 'fo:text-indent': '0cm' }
  const section: Pick<StyleParts, 'paragraph' | 'text'> = {
    paragraph: { ...atText, 'fo:margin-top': space(0.6), 'fo:margin-bottom': space(0.16) },
    text: { 'fo:font-size': size(11.5), 'fo:font-weight': 'bold' },
  }
  return [
    {
      family,
      name: 'Heading',
      parent: 'Standard',
      next,
      paragraph: {
        'fo:margin-left': cm(numbers),
        'fo:keep-with-next': 'always',
        'fo:keep-together': 'always',
        'fo:text-align': 'start',
        'fo:line-height': '108%',
        'text:number-lines': 'false',
        'text:line-number': 0,
      },
      text: { 'fo:hyphenate': 'false' },
    },
    fewPages
      ? {
          family,
          name: 'Heading_20_1',
          parent: 'Heading',
          next,
          level: 1,
          paragraph: { ...atText, 'fo:margin-top': space(1.3), 'fo:margin-bottom': space(0.3) },
          text: { 'fo:font-size': size(19) },
        }
      : {
          family,
          name: 'Heading_20_1',
          parent: 'Heading',
          next,
          level: 1,
          master: 'Cahier_20_Opening',
          paragraph: {
            ...atText,
            'fo:break-before': 'page',
            'fo:margin-top': space(2.2),
            'fo:margin-bottom': space(0.7),
            'style:page-number': 'auto',
          },
          text: { 'fo:font-size': size(25) },
        },
    {
      family,
      name: 'Heading_20_2',
      parent: 'Heading',
      next,
      level: 2,
      paragraph: {
        'fo:margin-left': cm(numbers),
        'fo:text-indent': cm(-numbers),
        'fo:margin-top': space(fewPages ? 0.75 : 1.5),
        'fo:margin-bottom': space(0.12),
      },
      tabs: [{ 'style:position': '0cm' }],
      text: { 'fo:font-size': size(fewPages ? 14 : 16.5) },
    },
    { family, name: 'Heading_20_3', parent: 'Heading', next, level: 3, ...section },
    {
      family,
      name: 'Cahier_20_Section_20_of_20_Introduction',
      parent: 'Heading',
      next,
      level: 2,
      ...section,
    },
    {
      family,
      name: 'Heading_20_4',
      parent: 'Heading',
      next,
      level: 4,
      paragraph: { ...atText, 'fo:margin-top': space(0.4), 'fo:margin-bottom': space(0.12) },
      text: { 'fo:font-size': size(11.5), 'fo:font-style': 'italic' },
    },
    ...[5, 6, 7].map(
      (level): StyleParts => ({
        family,
        name: `Heading_20_${level}`,
        parent: 'Heading_20_4',
        next,
        level,
        paragraph: atText,
        text: { 'fo:font-size': size(11) },
      }),
    ),
  ]
}
