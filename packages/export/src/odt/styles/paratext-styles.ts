import { cm, type Sheet } from '../sheet.ts'
import { type StyleParts, withoutLineNumbers } from './style-element.ts'

const family = 'paragraph'

/** Paragraph styles of the title page, the contents, headers and footers, and the colophon. */
export function paratextStyles({
  numbers,
  measure,
  colours,
  size,
  space,
  fewPages,
  flatContents,
}: Sheet): readonly StyleParts[] {
  return [
    {
      family,
      name: 'Title',
      parent: 'Heading',
      next: 'Subtitle',
      paragraph: {
        'fo:margin-top': fewPages ? space(0.6) : space(5.2),
        'fo:margin-bottom': fewPages ? space(0.3) : space(1),
        'fo:line-height': '106%',
      },
      text: { 'fo:font-size': size(fewPages ? 24 : 32) },
    },
    {
      family,
      name: 'Subtitle',
      parent: 'Heading',
      next: 'Text_20_body',
      paragraph: { 'fo:margin-bottom': space(0.15) },
      text: { 'fo:font-size': size(14) },
    },
    {
      family,
      name: 'Cahier_20_Subject',
      parent: 'Heading',
      next: 'Subtitle',
      paragraph: { 'fo:margin-bottom': fewPages ? space(0.3) : space(1) },
      text: { 'fo:font-size': size(fewPages ? 15 : 18), 'fo:font-style': 'italic' },
    },
    {
      family,
      name: 'Cahier_20_Publisher',
      parent: 'Heading',
      master: fewPages ? 'Cahier_20_Opening' : 'First_20_Page',
      paragraph: { 'fo:margin-bottom': '0cm', 'style:page-number': 'auto' },
      text: { 'fo:font-size': size(13) },
    },
    {
      family,
      name: 'Cahier_20_Notice',
      parent: 'Text_20_body',
      paragraph: {
        'fo:text-align': 'start',
        'fo:margin-top': space(0.4),
        'fo:margin-right': fewPages ? '0cm' : '2cm',
        'fo:padding-left': '0.4cm',
        'fo:padding-right': '0cm',
        'fo:padding-top': '0.05cm',
        'fo:padding-bottom': '0.05cm',
        'fo:border-left': `2pt solid ${colours.accent}`,
        'fo:border-right': 'none',
        'fo:border-top': 'none',
        'fo:border-bottom': 'none',
        'style:join-border': 'false',
        ...withoutLineNumbers,
      },
      text: { 'fo:hyphenate': 'false' },
    },
    {
      family,
      name: 'Index',
      parent: 'Standard',
      paragraph: { 'fo:margin-left': cm(numbers), 'fo:text-align': 'start', ...withoutLineNumbers },
      text: { 'fo:hyphenate': 'false' },
    },
    {
      family,
      name: 'Contents_20_Heading',
      parent: 'Heading',
      next: 'Contents_20_1',
      master: 'Cahier_20_Opening',
      paragraph: {
        'fo:break-before': 'page',
        'fo:margin-top': space(2.2),
        'fo:margin-bottom': space(0.7),
        'style:page-number': 'auto',
      },
      text: { 'fo:font-size': size(25) },
    },
    {
      family,
      name: 'Contents_20_1',
      parent: 'Index',
      paragraph: flatContents
        ? { 'fo:margin-bottom': space(0.12) }
        : {
            'fo:margin-top': space(0.35),
            'fo:margin-bottom': space(0.08),
            'fo:keep-with-next': 'always',
          },
      tabs: [
        {
          'style:position': cm(measure),
          'style:type': 'right',
          'style:leader-style': 'dotted',
          'style:leader-text': '.',
        },
      ],
      text: { 'fo:font-size': size(12.5) },
    },
    {
      family,
      name: 'Contents_20_2',
      parent: 'Index',
      paragraph: {
        'fo:margin-left': cm(numbers + 0.9),
        'fo:text-indent': '-0.9cm',
        'fo:margin-bottom': space(0.03),
        'fo:line-height': '108%',
      },
      tabs: [
        { 'style:position': '0cm' },
        {
          'style:position': cm(measure - 0.9),
          'style:type': 'right',
          'style:leader-style': 'dotted',
          'style:leader-text': '.',
        },
      ],
      text: { 'fo:font-size': size(10.5) },
    },
    {
      family,
      name: 'Header',
      parent: 'Standard',
      paragraph: { 'fo:margin-left': cm(numbers), 'fo:text-align': 'start', ...withoutLineNumbers },
      tabs: [{ 'style:position': cm(measure), 'style:type': 'right' }],
      text: {
        'fo:font-size': size(8.5),
        'fo:font-style': 'italic',
        'fo:color': colours.quiet,
        'fo:hyphenate': 'false',
      },
    },
    {
      family,
      name: 'Footer',
      parent: 'Standard',
      paragraph: { 'fo:margin-left': cm(numbers), 'fo:text-align': 'start', ...withoutLineNumbers },
      tabs: [{ 'style:position': cm(measure), 'style:type': 'right' }],
      text: { 'fo:font-size': size(8.5), 'fo:color': colours.quiet, 'fo:hyphenate': 'false' },
    },
    {
      family,
      name: 'Cahier_20_Colophon',
      parent: 'Cahier_20_Fact',
      paragraph: { 'fo:margin-bottom': space(0.15), 'fo:keep-with-next': 'auto' },
      text: { 'fo:font-size': size(10.5) },
    },
  ]
}
