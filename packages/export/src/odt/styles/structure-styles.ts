import { cm, type Sheet } from '../sheet.ts'
import { type StyleParts, textTabStop, withoutLineNumbers } from './style-element.ts'

const family = 'paragraph'

/** Paragraph styles of the parts around a proposal, and of the bibliography. */
export function structureStyles({
  numbers,
  colours,
  size,
  space,
  fewPages,
  summariesAlone,
}: Sheet): readonly StyleParts[] {
  return [
    {
      family,
      name: 'Cahier_20_Question',
      parent: 'Text_20_body',
      next: 'Text_20_body',
      paragraph: {
        'fo:text-align': 'start',
        'fo:margin-bottom': space(0.8),
        'fo:keep-with-next': 'always',
        ...withoutLineNumbers,
      },
      text: { 'fo:font-size': size(14), 'fo:font-style': 'italic', 'fo:hyphenate': 'false' },
    },
    {
      family,
      name: 'Cahier_20_Status',
      parent: 'Heading',
      next: 'Cahier_20_Summary',
      paragraph: { 'fo:margin-bottom': space(0.3), 'fo:keep-with-next': 'always' },
      text: { 'fo:font-size': size(10), 'fo:font-style': 'italic', 'fo:color': colours.accent },
    },
    {
      family,
      name: 'Cahier_20_Summary',
      parent: 'Text_20_body',
      next: 'Text_20_body',
      paragraph: {
        'fo:text-indent': cm(-numbers),
        'fo:margin-top': space(0.1),
        'fo:margin-bottom': space(0.35),
        'fo:text-align': 'start',
        'fo:line-height': '116%',
        'fo:keep-with-next': summariesAlone ? 'auto' : 'always',
      },
      tabs: textTabStop,
      text: { 'fo:font-size': size(fewPages ? 12 : 13) },
    },
    {
      family,
      name: 'Cahier_20_Fact',
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers + 2.9),
        'fo:text-indent': '-2.9cm',
        'fo:margin-bottom': space(0.05),
        'fo:line-height': '112%',
        // Facts stay with their title, and with each other.
        'fo:keep-with-next': 'always',
        ...withoutLineNumbers,
      },
      tabs: textTabStop,
      text: { 'fo:font-size': size(9.5) },
    },
    {
      family,
      name: 'Cahier_20_Request',
      parent: 'Cahier_20_Numbered_20_Text',
      next: 'Cahier_20_Request',
      paragraph: { 'fo:text-align': 'start' },
    },
    {
      family,
      name: 'Cahier_20_Dissent',
      parent: 'Text_20_body',
      paragraph: {
        'fo:margin-left': cm(numbers + 0.5),
        'fo:margin-right': '0.5cm',
        'fo:margin-top': '0cm',
        'fo:margin-bottom': '0cm',
        'fo:padding-left': '0.4cm',
        'fo:padding-top': '0.07cm',
        'fo:padding-bottom': '0.07cm',
        'fo:padding-right': '0cm',
        'fo:border-left': `2pt solid ${colours.accent}`,
        'fo:border-right': 'none',
        'fo:border-top': 'none',
        'fo:border-bottom': 'none',
        'style:join-border': 'true',
      },
      text: { 'fo:font-size': size(10.5) },
    },
    {
      family,
      name: 'Cahier_20_Dissent_20_Speaker',
      parent: 'Cahier_20_Dissent',
      next: 'Cahier_20_Dissent',
      paragraph: {
        'fo:keep-with-next': 'always',
        'fo:margin-top': space(0.2),
        'fo:text-align': 'start',
        ...withoutLineNumbers,
      },
    },
    {
      family,
      name: 'Cahier_20_Decision',
      parent: 'Text_20_body',
      paragraph: { 'fo:text-align': 'start', ...withoutLineNumbers },
      text: { 'fo:font-style': 'italic' },
    },
    {
      family,
      name: 'Cahier_20_Life',
      parent: 'Cahier_20_Fact',
      // The longest date fits, in the widest replacement font.
      paragraph: {
        'fo:margin-left': cm(numbers + 3.7),
        'fo:text-indent': '-3.7cm',
        'fo:keep-with-next': 'auto',
      },
    },
    {
      family,
      name: 'Cahier_20_Change',
      parent: 'Text_20_body',
      paragraph: {
        'fo:margin-left': cm(numbers),
        'fo:text-indent': cm(-numbers),
        'fo:text-align': 'start',
        ...withoutLineNumbers,
      },
      tabs: textTabStop,
    },
    {
      family,
      name: 'Cahier_20_Amendment',
      parent: 'Text_20_body',
      paragraph: { 'fo:text-align': 'start', ...withoutLineNumbers },
    },
    {
      family,
      name: 'Bibliography_20_1',
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers + 0.7),
        'fo:text-indent': '-0.7cm',
        'fo:margin-top': space(0.25),
        'fo:margin-bottom': space(0.03),
        'fo:line-height': '114%',
        'fo:text-align': 'start',
        'fo:orphans': 2,
        'fo:widows': 2,
        ...withoutLineNumbers,
      },
      text: { 'fo:font-size': size(10.5) },
    },
    {
      family,
      name: 'Cahier_20_Source_20_Remark',
      parent: 'Bibliography_20_1',
      next: 'Bibliography_20_1',
      paragraph: { 'fo:text-indent': '0cm', 'fo:margin-top': '0cm' },
      text: { 'fo:font-size': size(9.5), 'fo:color': colours.quiet },
    },
  ]
}

/** Paragraph styles of forms: answers to tick, ruled lines, signatures. */
export function formStyles({ numbers, measure, size, space }: Sheet): readonly StyleParts[] {
  const rule = (from: number): Record<string, string> => ({
    'style:position': cm(measure - from),
    'style:type': 'right',
    'style:leader-style': 'solid',
    'style:leader-text': '_',
  })
  return [
    {
      family: 'paragraph',
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
        ...withoutLineNumbers,
      },
      tabs: [{ 'style:position': '0cm' }],
    },
    {
      family: 'paragraph',
      name: 'Cahier_20_Rule',
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers + 0.7),
        'fo:line-height': '0.75cm',
        'fo:keep-with-next': 'always',
        ...withoutLineNumbers,
      },
      tabs: [rule(0.7)],
    },
    {
      family: 'paragraph',
      name: 'Cahier_20_Rule_20_Last',
      parent: 'Cahier_20_Rule',
      paragraph: { 'fo:keep-with-next': 'auto' },
    },
    {
      family: 'paragraph',
      name: 'Cahier_20_Signature',
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers),
        'fo:line-height': '1.05cm',
        'fo:keep-with-next': 'always',
        ...withoutLineNumbers,
      },
      tabs: [
        { ...rule(0), 'style:position': cm(measure * 0.58) },
        { 'style:position': cm(measure * 0.62) },
        rule(0),
      ],
      text: { 'fo:font-size': size(11.5) },
    },
    {
      family: 'paragraph',
      name: 'Cahier_20_Signature_20_Whole',
      parent: 'Cahier_20_Signature',
      tabs: [rule(0)],
    },
  ]
}
