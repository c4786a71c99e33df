import { cm, type PageLayout } from '../page-layout.ts'
import {
  indent,
  keepWithNext,
  leftRule,
  noHyphenation,
  noOrphanLines,
  ragged,
  rightTab,
  type Styles,
  slanted,
  textTabStop,
  withoutLineNumbers,
} from './style-element.ts'

/** Paragraph styles of the parts of a proposal, and of the bibliography. */
export function proposalStyles(sheet: PageLayout): Styles {
  const { numbers, colours, space, spacing, fewPages, summariesAlone } = sheet
  return {
    'Cahier Question': {
      parent: 'Text body',
      next: 'Text body',
      paragraph: {
        ...ragged,
        'fo:margin-bottom': space(0.8),
        ...keepWithNext,
        ...withoutLineNumbers,
      },
      size: 14,
      text: { ...slanted, ...noHyphenation },
    },
    'Cahier Status': {
      parent: 'Heading',
      next: 'Cahier Summary',
      paragraph: { 'fo:margin-bottom': space(0.3), ...keepWithNext },
      size: 10,
      text: { ...slanted, 'fo:color': colours.accent },
    },
    'Cahier Summary': {
      parent: 'Text body',
      next: 'Text body',
      paragraph: {
        'fo:text-indent': cm(-numbers),
        ...spacing(0.1, 0.35),
        ...ragged,
        'fo:line-height': '116%',
        'fo:keep-with-next': summariesAlone ? 'auto' : 'always',
      },
      tabs: textTabStop,
      size: fewPages ? 12 : 13,
    },
    'Cahier Fact': {
      parent: 'Standard',
      paragraph: {
        ...indent(numbers + 2.9, -2.9),
        'fo:margin-bottom': space(0.05),
        'fo:line-height': '112%',
        ...keepWithNext,
        ...withoutLineNumbers,
      },
      tabs: textTabStop,
      size: 9.5,
    },
    'Cahier Request': {
      parent: 'Cahier Numbered Text',
      next: 'Cahier Request',
      paragraph: ragged,
    },
    'Cahier Dissent': {
      parent: 'Text body',
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
    'Cahier Dissent Speaker': {
      parent: 'Cahier Dissent',
      next: 'Cahier Dissent',
      paragraph: {
        ...keepWithNext,
        'fo:margin-top': space(0.2),
        ...ragged,
        ...withoutLineNumbers,
      },
    },
    'Cahier Decision': {
      parent: 'Text body',
      paragraph: { ...ragged, ...withoutLineNumbers },
      text: slanted,
    },
    'Cahier Life': {
      parent: 'Cahier Fact',
      // The indent holds the longest date in any usual font.
      paragraph: { ...indent(numbers + 3.7, -3.7), 'fo:keep-with-next': 'auto' },
    },
    'Cahier Change': {
      parent: 'Text body',
      paragraph: { ...indent(numbers, -numbers), ...ragged, ...withoutLineNumbers },
      tabs: textTabStop,
    },
    'Cahier Amendment': {
      parent: 'Text body',
      paragraph: { ...ragged, ...withoutLineNumbers },
    },
    'Bibliography 1': {
      parent: 'Standard',
      paragraph: {
        ...indent(numbers + 0.7, -0.7),
        ...spacing(0.25, 0.03),
        'fo:line-height': '114%',
        ...ragged,
        ...noOrphanLines,
        ...withoutLineNumbers,
      },
      size: 10.5,
    },
    'Cahier Source Remark': {
      parent: 'Bibliography 1',
      next: 'Bibliography 1',
      paragraph: { 'fo:text-indent': '0cm', 'fo:margin-top': '0cm' },
      size: 9.5,
      text: { 'fo:color': colours.quiet },
    },
  }
}

/** Paragraph styles of the answer and signature forms. */
export function formStyles(sheet: PageLayout): Styles {
  const { numbers, measure, spacing } = sheet
  const rule = (at: number) => rightTab(at, 'solid', '_')
  return {
    'Cahier Answer': {
      parent: 'Text body',
      next: 'Cahier Rule',
      paragraph: {
        ...indent(numbers + 0.7, -0.7),
        ...spacing(0.12, 0.05),
        ...ragged,
        ...keepWithNext,
        ...withoutLineNumbers,
      },
      tabs: textTabStop,
    },
    'Cahier Rule': {
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers + 0.7),
        'fo:line-height': '0.75cm',
        ...keepWithNext,
        ...withoutLineNumbers,
      },
      tabs: [rule(measure - 0.7)],
    },
    'Cahier Rule Last': {
      parent: 'Cahier Rule',
      paragraph: { 'fo:keep-with-next': 'auto' },
    },
    'Cahier Signature': {
      parent: 'Standard',
      paragraph: {
        'fo:margin-left': cm(numbers),
        'fo:line-height': '1.05cm',
        ...keepWithNext,
        ...withoutLineNumbers,
      },
      tabs: [rule(measure * 0.58), { 'style:position': cm(measure * 0.62) }, rule(measure)],
      size: 11.5,
    },
    'Cahier Signature Whole': { parent: 'Cahier Signature', tabs: [rule(measure)] },
  }
}
