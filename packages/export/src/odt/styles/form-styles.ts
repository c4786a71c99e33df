import { cm, type Sheet } from '../sheet.ts'
import { quiet, type StyleParts } from './style-element.ts'

const family = 'paragraph'

/** Paragraph styles of a form to fill in by hand: answers to tick, ruled lines, a signature. */
export function formStyles({ numbers, measure, size, space }: Sheet): readonly StyleParts[] {
  const rule = (from: number): Record<string, string> => ({
    'style:position': cm(measure - from),
    'style:type': 'right',
    'style:leader-style': 'solid',
    'style:leader-text': '_',
  })
  return [
    {
      family,
      name: 'Cahier_20_Answer',
      parent: 'Text_20_body',
      next: 'Cahier_20_Rule',
      paragraph: {
        'fo:margin-left': cm(numbers + 0.7),
        'fo:text-indent': '-0.7cm',
        'fo:margin-top': space(0.12),
        'fo:margin-bottom': space(0.05),
        'fo:text-align': 'start',
        'fo:keep-with-next': 'always',
        ...quiet,
      },
      tabs: [{ 'style:position': '0cm' }],
    },
    {
      family,
      name: 'Cahier_20_Rule',
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers + 0.7),
        'fo:line-height': '0.75cm',
        'fo:keep-with-next': 'always',
        ...quiet,
      },
      tabs: [rule(0.7)],
    },
    {
      family,
      name: 'Cahier_20_Rule_20_Last',
      parent: 'Cahier_20_Rule',
      paragraph: { 'fo:keep-with-next': 'auto' },
    },
    {
      family,
      name: 'Cahier_20_Signature',
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers),
        'fo:line-height': '1.05cm',
        'fo:keep-with-next': 'always',
        ...quiet,
      },
      tabs: [
        { ...rule(0), 'style:position': cm(measure * 0.58) },
        { 'style:position': cm(measure * 0.62) },
        rule(0),
      ],
      text: { 'fo:font-size': size(11.5) },
    },
    {
      family,
      name: 'Cahier_20_Signature_20_Whole',
      parent: 'Cahier_20_Signature',
      tabs: [rule(0)],
    },
  ]
}
