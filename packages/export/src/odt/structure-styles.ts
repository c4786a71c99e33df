import type { StyleParts } from './style-element.ts'
import { colours } from './colours.ts'
import { cm, pageGeometry } from './page-geometry.ts'

const { numbers } = pageGeometry
const family = 'paragraph'
const toText = [{ 'style:position': '0cm' }]
// Said anew by each heading: the indents of the outline would win over those it inherits.
const atText = { 'fo:margin-left': cm(numbers), 'fo:text-indent': '0cm' }
const quiet = { 'text:number-lines': 'false', 'text:line-number': 0 }

/** Paragraph styles of the frame: headings, what stands round a proposal, bibliography. */
export const structureStyles: readonly StyleParts[] = [
  {
    family,
    name: 'Heading',
    parent: 'Standard',
    next: 'Text_20_body',
    paragraph: { 'fo:margin-left': cm(numbers), 'fo:keep-with-next': 'always', 'fo:keep-together': 'always', 'fo:text-align': 'start', 'fo:line-height': '108%', ...quiet },
    text: { 'fo:hyphenate': 'false' },
  },
  {
    family,
    name: 'Heading_20_1',
    parent: 'Heading',
    next: 'Text_20_body',
    level: 1,
    master: 'Cahier_20_Opening',
    paragraph: { ...atText, 'fo:break-before': 'page', 'fo:margin-top': '2.2cm', 'fo:margin-bottom': '0.7cm', 'style:page-number': 'auto' },
    text: { 'fo:font-size': '25pt' },
  },
  {
    family,
    name: 'Heading_20_2',
    parent: 'Heading',
    next: 'Text_20_body',
    level: 2,
    paragraph: { 'fo:margin-left': cm(numbers), 'fo:text-indent': cm(-numbers), 'fo:margin-top': '1.5cm', 'fo:margin-bottom': '0.12cm' },
    tabs: toText,
    text: { 'fo:font-size': '16.5pt' },
  },
  {
    family,
    name: 'Heading_20_3',
    parent: 'Heading',
    next: 'Text_20_body',
    level: 3,
    paragraph: { ...atText, 'fo:margin-top': '0.6cm', 'fo:margin-bottom': '0.16cm' },
    text: { 'fo:font-size': '11.5pt', 'fo:font-weight': 'bold' },
  },
  {
    family,
    name: 'Heading_20_4',
    parent: 'Heading',
    next: 'Text_20_body',
    level: 4,
    paragraph: { ...atText, 'fo:margin-top': '0.4cm', 'fo:margin-bottom': '0.12cm' },
    text: { 'fo:font-size': '11.5pt', 'fo:font-style': 'italic' },
  },
  ...[5, 6, 7].map(
    (level): StyleParts => ({ family, name: `Heading_20_${level}`, parent: 'Heading_20_4', next: 'Text_20_body', level, paragraph: atText, text: { 'fo:font-size': '11pt' } }),
  ),
  {
    family,
    name: 'Cahier_20_Question',
    parent: 'Text_20_body',
    next: 'Text_20_body',
    paragraph: { 'fo:text-align': 'start', 'fo:margin-bottom': '0.8cm', 'fo:keep-with-next': 'always', ...quiet },
    text: { 'fo:font-size': '14pt', 'fo:font-style': 'italic', 'fo:hyphenate': 'false' },
  },
  {
    family,
    name: 'Cahier_20_Status',
    parent: 'Heading',
    next: 'Cahier_20_Summary',
    paragraph: { 'fo:margin-bottom': '0.3cm' },
    text: { 'fo:font-size': '10pt', 'fo:font-style': 'italic', 'fo:color': colours.accent },
  },
  {
    family,
    name: 'Cahier_20_Summary',
    parent: 'Text_20_body',
    next: 'Text_20_body',
    paragraph: { 'fo:text-indent': cm(-numbers), 'fo:margin-top': '0.1cm', 'fo:margin-bottom': '0.35cm', 'fo:text-align': 'start', 'fo:line-height': '116%' },
    tabs: toText,
    text: { 'fo:font-size': '13pt' },
  },
  {
    family,
    name: 'Cahier_20_Fact',
    parent: 'Standard',
    paragraph: { 'fo:margin-left': cm(numbers + 2.9), 'fo:text-indent': '-2.9cm', 'fo:margin-bottom': '0.05cm', 'fo:line-height': '112%', ...quiet },
    tabs: toText,
    text: { 'fo:font-size': '9.5pt' },
  },
  { family, name: 'Cahier_20_Request', parent: 'Cahier_20_Numbered_20_Text', next: 'Cahier_20_Request', paragraph: { 'fo:text-align': 'start' } },
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
    text: { 'fo:font-size': '10.5pt' },
  },
  {
    family,
    name: 'Cahier_20_Dissent_20_Speaker',
    parent: 'Cahier_20_Dissent',
    next: 'Cahier_20_Dissent',
    paragraph: { 'fo:keep-with-next': 'always', 'fo:margin-top': '0.2cm', 'fo:text-align': 'start', ...quiet },
  },
  {
    family,
    name: 'Cahier_20_Decision',
    parent: 'Text_20_body',
    paragraph: { 'fo:text-align': 'start', ...quiet },
    text: { 'fo:font-style': 'italic' },
  },
  {
    family,
    name: 'Bibliography_20_1',
    parent: 'Standard',
    paragraph: {
      'fo:margin-left': cm(numbers + 0.7),
      'fo:text-indent': '-0.7cm',
      'fo:margin-top': '0.25cm',
      'fo:margin-bottom': '0.03cm',
      'fo:line-height': '114%',
      'fo:text-align': 'start',
      'fo:orphans': 2,
      'fo:widows': 2,
      ...quiet,
    },
    text: { 'fo:font-size': '10.5pt' },
  },
  {
    family,
    name: 'Cahier_20_Source_20_Remark',
    parent: 'Bibliography_20_1',
    next: 'Bibliography_20_1',
    paragraph: { 'fo:text-indent': '0cm', 'fo:margin-top': '0cm' },
    text: { 'fo:font-size': '9.5pt', 'fo:color': colours.quiet },
  },
]
