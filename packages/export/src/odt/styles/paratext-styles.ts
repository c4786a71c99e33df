import { cm, type Sheet } from '../sheet.ts'
import {
  indent,
  leftRule,
  opening,
  rightTab,
  type StyleParts,
  stylesNamed,
  withoutLineNumbers,
} from './style-element.ts'

/** Paragraph styles of the title page, the contents, headers and footers, and the colophon. */
export function paratextStyles(sheet: Sheet): readonly StyleParts[] {
  const { numbers, measure, colours, space, spacing, fewPages, flatContents } = sheet
  const atText = {
    'fo:margin-left': cm(numbers),
    'fo:text-align': 'start',
    ...withoutLineNumbers,
  }
  const running = { parent: 'Standard', paragraph: atText, tabs: [rightTab(measure)] }
  return stylesNamed('paragraph', sheet, {
    Title: {
      parent: 'Heading',
      next: 'Subtitle',
      paragraph: {
        ...(fewPages ? spacing(0.6, 0.3) : spacing(5.2, 1)),
        'fo:line-height': '106%',
      },
      size: fewPages ? 24 : 32,
    },
    Subtitle: {
      parent: 'Heading',
      next: 'Text_20_body',
      paragraph: { 'fo:margin-bottom': space(0.15) },
      size: 14,
    },
    Cahier_20_Subject: {
      parent: 'Heading',
      next: 'Subtitle',
      paragraph: { 'fo:margin-bottom': space(fewPages ? 0.3 : 1) },
      size: fewPages ? 15 : 18,
      text: { 'fo:font-style': 'italic' },
    },
    Cahier_20_Publisher: {
      parent: 'Heading',
      master: fewPages ? 'Cahier_20_Opening' : 'First_20_Page',
      paragraph: { 'fo:margin-bottom': '0cm', 'style:page-number': 'auto' },
      size: 13,
    },
    Cahier_20_Notice: {
      parent: 'Text_20_body',
      paragraph: {
        'fo:text-align': 'start',
        'fo:margin-top': space(0.4),
        'fo:margin-right': fewPages ? '0cm' : '2cm',
        'fo:padding-left': '0.4cm',
        'fo:padding-right': '0cm',
        'fo:padding-top': '0.05cm',
        'fo:padding-bottom': '0.05cm',
        ...leftRule(colours.accent),
        'style:join-border': 'false',
        ...withoutLineNumbers,
      },
      text: { 'fo:hyphenate': 'false' },
    },
    Index: { parent: 'Standard', paragraph: atText, text: { 'fo:hyphenate': 'false' } },
    Contents_20_Heading: { parent: 'Heading', next: 'Contents_20_1', ...opening({}, sheet) },
    Contents_20_1: {
      parent: 'Index',
      paragraph: flatContents
        ? { 'fo:margin-bottom': space(0.12) }
        : { ...spacing(0.35, 0.08), 'fo:keep-with-next': 'always' },
      tabs: [rightTab(measure, 'dotted', '.')],
      size: 12.5,
    },
    Contents_20_2: {
      parent: 'Index',
      paragraph: {
        ...indent(numbers + 0.9, -0.9),
        'fo:margin-bottom': space(0.03),
        'fo:line-height': '108%',
      },
      tabs: [{ 'style:position': '0cm' }, rightTab(measure - 0.9, 'dotted', '.')],
      size: 10.5,
    },
    Header: {
      ...running,
      size: 8.5,
      text: { 'fo:font-style': 'italic', 'fo:color': colours.quiet, 'fo:hyphenate': 'false' },
    },
    Footer: {
      ...running,
      size: 8.5,
      text: { 'fo:color': colours.quiet, 'fo:hyphenate': 'false' },
    },
    Cahier_20_Colophon: {
      parent: 'Cahier_20_Fact',
      paragraph: { 'fo:margin-bottom': space(0.15), 'fo:keep-with-next': 'auto' },
      size: 10.5,
    },
  })
}
