import { cm, type PageLayout } from '../page-layout.ts'
import {
  indent,
  keepWithNext,
  leftRule,
  noHyphenation,
  partTitleStyle,
  ragged,
  rightTab,
  type Styles,
  slanted,
  textTabStop,
  withoutLineNumbers,
} from './style-element.ts'

/** Paragraph styles outside the text: title page, contents, page headers, colophon. */
export function paratextStyles(sheet: PageLayout): Styles {
  const { numbers, measure, colours, space, spacing, fewPages, flatContents } = sheet
  const atText = {
    'fo:margin-left': cm(numbers),
    ...ragged,
    ...withoutLineNumbers,
  }
  const running = { parent: 'Standard', paragraph: atText, tabs: [rightTab(measure)] }
  return {
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
      next: 'Text body',
      paragraph: { 'fo:margin-bottom': space(0.15) },
      size: 14,
    },
    'Cahier Subject': {
      parent: 'Heading',
      next: 'Subtitle',
      paragraph: { 'fo:margin-bottom': space(fewPages ? 0.3 : 1) },
      size: fewPages ? 15 : 18,
      text: slanted,
    },
    'Cahier Publisher': {
      parent: 'Heading',
      master: fewPages ? 'Cahier Opening' : 'First Page',
      paragraph: { 'fo:margin-bottom': '0cm', 'style:page-number': 'auto' },
      size: 13,
    },
    'Cahier Notice': {
      parent: 'Text body',
      paragraph: {
        ...ragged,
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
      text: noHyphenation,
    },
    Index: { parent: 'Standard', paragraph: atText, text: noHyphenation },
    'Contents Heading': { parent: 'Heading', next: 'Contents 1', ...partTitleStyle({}, sheet) },
    'Contents 1': {
      parent: 'Index',
      paragraph: flatContents
        ? { 'fo:margin-bottom': space(0.12) }
        : { ...spacing(0.35, 0.08), ...keepWithNext },
      tabs: [rightTab(measure, 'dotted', '.')],
      size: 12.5,
    },
    'Contents 2': {
      parent: 'Index',
      paragraph: {
        ...indent(numbers + 0.9, -0.9),
        'fo:margin-bottom': space(0.03),
        'fo:line-height': '108%',
      },
      tabs: [...textTabStop, rightTab(measure - 0.9, 'dotted', '.')],
      size: 10.5,
    },
    Header: {
      ...running,
      size: 8.5,
      text: { ...slanted, 'fo:color': colours.quiet, ...noHyphenation },
    },
    Footer: {
      ...running,
      size: 8.5,
      text: { 'fo:color': colours.quiet, ...noHyphenation },
    },
    'Cahier Colophon': {
      parent: 'Cahier Fact',
      paragraph: { 'fo:margin-bottom': space(0.15), 'fo:keep-with-next': 'auto' },
      size: 10.5,
    },
  }
}
