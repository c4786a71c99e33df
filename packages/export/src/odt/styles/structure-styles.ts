import { cm, type Sheet } from '../sheet.ts'
import {
  indent,
  leftRule,
  rightTab,
  type StyleParts,
  stylesNamed,
  textTabStop,
  wholeLines,
  withoutLineNumbers,
} from './style-element.ts'

/** Paragraph styles of the parts of a proposal, and of the bibliography. */
export function structureStyles(sheet: Sheet): readonly StyleParts[] {
  const { numbers, colours, space, spacing, fewPages, summariesAlone } = sheet
  return stylesNamed('paragraph', sheet, {
    Cahier_20_Question: {
      parent: 'Text_20_body',
      next: 'Text_20_body',
      paragraph: {
        'fo:text-align': 'start',
        'fo:margin-bottom': space(0.8),
        'fo:keep-with-next': 'always',
        ...withoutLineNumbers,
      },
      size: 14,
      text: { 'fo:font-style': 'italic', 'fo:hyphenate': 'false' },
    },
    Cahier_20_Status: {
      parent: 'Heading',
      next: 'Cahier_20_Summary',
      paragraph: { 'fo:margin-bottom': space(0.3), 'fo:keep-with-next': 'always' },
      size: 10,
      text: { 'fo:font-style': 'italic', 'fo:color': colours.accent },
    },
    Cahier_20_Summary: {
      parent: 'Text_20_body',
      next: 'Text_20_body',
      paragraph: {
        'fo:text-indent': cm(-numbers),
        ...spacing(0.1, 0.35),
        'fo:text-align': 'start',
        'fo:line-height': '116%',
        'fo:keep-with-next': summariesAlone ? 'auto' : 'always',
      },
      tabs: textTabStop,
      size: fewPages ? 12 : 13,
    },
    Cahier_20_Fact: {
      parent: 'Standard',
      paragraph: {
        ...indent(numbers + 2.9, -2.9),
        'fo:margin-bottom': space(0.05),
        'fo:line-height': '112%',
        // Facts stay with their title, and with each other.
        'fo:keep-with-next': 'always',
        ...withoutLineNumbers,
      },
      tabs: textTabStop,
      size: 9.5,
    },
    Cahier_20_Request: {
      parent: 'Cahier_20_Numbered_20_Text',
      next: 'Cahier_20_Request',
      paragraph: { 'fo:text-align': 'start' },
    },
    Cahier_20_Dissent: {
      parent: 'Text_20_body',
      paragraph: {
        'fo:margin-left': cm(numbers + 0.5),
        'fo:margin-right': '0.5cm',
        ...spacing(0, 0),
        'fo:padding-left': '0.4cm',
        'fo:padding-top': '0.07cm',
        'fo:padding-bottom': '0.07cm',
        'fo:padding-right': '0cm',
        ...leftRule(colours.accent),
        'style:join-border': 'true',
      },
      size: 10.5,
    },
    Cahier_20_Dissent_20_Speaker: {
      parent: 'Cahier_20_Dissent',
      next: 'Cahier_20_Dissent',
      paragraph: {
        'fo:keep-with-next': 'always',
        'fo:margin-top': space(0.2),
        'fo:text-align': 'start',
        ...withoutLineNumbers,
      },
    },
    Cahier_20_Decision: {
      parent: 'Text_20_body',
      paragraph: { 'fo:text-align': 'start', ...withoutLineNumbers },
      text: { 'fo:font-style': 'italic' },
    },
    Cahier_20_Life: {
      parent: 'Cahier_20_Fact',
      // The longest date fits, in the widest replacement font.
      paragraph: { ...indent(numbers + 3.7, -3.7), 'fo:keep-with-next': 'auto' },
    },
    Cahier_20_Change: {
      parent: 'Text_20_body',
      paragraph: { ...indent(numbers, -numbers), 'fo:text-align': 'start', ...withoutLineNumbers },
      tabs: textTabStop,
    },
    Cahier_20_Amendment: {
      parent: 'Text_20_body',
      paragraph: { 'fo:text-align': 'start', ...withoutLineNumbers },
    },
    Bibliography_20_1: {
      parent: 'Standard',
      paragraph: {
        ...indent(numbers + 0.7, -0.7),
        ...spacing(0.25, 0.03),
        'fo:line-height': '114%',
        'fo:text-align': 'start',
        ...wholeLines,
        ...withoutLineNumbers,
      },
      size: 10.5,
    },
    Cahier_20_Source_20_Remark: {
      parent: 'Bibliography_20_1',
      next: 'Bibliography_20_1',
      paragraph: { 'fo:text-indent': '0cm', 'fo:margin-top': '0cm' },
      size: 9.5,
      text: { 'fo:color': colours.quiet },
    },
  })
}

/** Paragraph styles of forms: answers to tick, ruled lines, signatures. */
export function formStyles(sheet: Sheet): readonly StyleParts[] {
  const { numbers, measure, spacing } = sheet
  const rule = (at: number) => rightTab(at, 'solid', '_')
  return stylesNamed('paragraph', sheet, {
    Cahier_20_Answer: {
      parent: 'Text_20_body',
      next: 'Cahier_20_Rule',
      paragraph: {
        ...indent(numbers + 0.7, -0.7),
        ...spacing(0.12, 0.05),
        'fo:text-align': 'start',
        'fo:keep-with-next': 'always',
        ...withoutLineNumbers,
      },
      tabs: [{ 'style:position': '0cm' }],
    },
    Cahier_20_Rule: {
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers + 0.7),
        'fo:line-height': '0.75cm',
        'fo:keep-with-next': 'always',
        ...withoutLineNumbers,
      },
      tabs: [rule(measure - 0.7)],
    },
    Cahier_20_Rule_20_Last: {
      parent: 'Cahier_20_Rule',
      paragraph: { 'fo:keep-with-next': 'auto' },
    },
    Cahier_20_Signature: {
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers),
        'fo:line-height': '1.05cm',
        'fo:keep-with-next': 'always',
        ...withoutLineNumbers,
      },
      tabs: [rule(measure * 0.58), { 'style:position': cm(measure * 0.62) }, rule(measure)],
      size: 11.5,
    },
    Cahier_20_Signature_20_Whole: { parent: 'Cahier_20_Signature', tabs: [rule(measure)] },
  })
}
