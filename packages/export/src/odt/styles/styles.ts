import type { Element } from 'xast'
import { x } from 'xastscript'
import { isRightToLeft } from '../../direction.ts'
import { foreignStyles, labelsLanguage, languageProperties } from '../language.ts'
import type { OdtWriter } from '../odt-writer.ts'
import { cm, type PageLayout } from '../page-layout.ts'
import { namespaces } from '../xml.ts'
import { characterStyles } from './character-styles.ts'
import { forRightToLeft, oppositeDirectionStyles } from './derived-styles.ts'
import { masterPages, pageLayouts } from './page-styles.ts'
import { paratextStyles } from './paratext-styles.ts'
import { formStyles, proposalStyles } from './proposal-styles.ts'
import {
  hyphenLimits,
  inEveryScript,
  noHyphenation,
  type Styles,
  styleElement,
  stylesNamed,
  withoutLineNumbers,
} from './style-element.ts'
import { bodyStyles, headingStyles } from './text-styles.ts'

/** `styles.xml`. Every style has a name, for people to restyle the document. */
export function stylesPart({ edition, sheet, turned, languages }: OdtWriter): Element {
  const isTurned = isRightToLeft(edition.language)
  const paragraphs = [bodyStyles, headingStyles, proposalStyles, paratextStyles, formStyles]
  const named = [
    ...paragraphs.flatMap((stylesOn) => stylesNamed('paragraph', stylesOn(sheet), sheet.size)),
    ...stylesNamed('text', characterStyles(sheet), sheet.size),
  ].map((style) => (isTurned ? forRightToLeft(style) : style))
  return x('office:document-styles', { ...namespaces, 'office:version': '1.3' }, [
    fontFaces(),
    x('office:styles', [
      ...defaults(edition.language, sheet),
      ...[
        ...named,
        ...oppositeDirectionStyles(turned, named, edition, sheet),
        ...foreignStyles(languages),
        ...stylesNamed('graphic', PICTURES, sheet.size),
      ].map(styleElement),
      outlineStyle(sheet),
      ...listStyles(sheet),
      ...notes(),
      lineNumbers(sheet),
    ]),
    x('office:automatic-styles', [...pageLayouts(sheet, edition.language)]),
    x('office:master-styles', [...masterPages(edition)]),
  ])
}

/** Fonts of LibreOffice. Other office suites replace them with fonts of the same widths. */
export function fontFaces(): Element {
  return x('office:font-face-decls', [
    face('Liberation Serif', 'roman', 'variable'),
    face('Liberation Mono', 'modern', 'fixed'),
  ])
}

function face(name: string, family: string, pitch: string) {
  return x('style:font-face', {
    'style:name': name,
    'svg:font-family': `'${name}'`,
    'style:font-family-generic': family,
    'style:font-pitch': pitch,
  })
}

function defaults(language: string, { size }: PageLayout): readonly Element[] {
  return [
    x('style:default-style', { 'style:family': 'paragraph' }, [
      x('style:paragraph-properties', {
        'fo:hyphenation-ladder-count': 'no-limit',
        'style:text-autospace': 'ideograph-alpha',
        'style:punctuation-wrap': 'hanging',
        'style:line-break': 'strict',
        'style:tab-stop-distance': '1.25cm',
        'style:writing-mode': 'page',
        ...withoutLineNumbers,
        ...(isRightToLeft(language) ? { 'fo:text-align': 'right' } : {}),
      }),
      x('style:text-properties', {
        'style:use-window-font-color': 'true',
        'style:font-name': 'Liberation Serif',
        ...inEveryScript({ 'fo:font-size': size(11.5) }),
        ...languageProperties(language),
        ...labelsLanguage(language),
        'style:letter-kerning': 'true',
        ...noHyphenation,
        ...hyphenLimits,
      }),
    ]),
    byDefault('table', { 'table:border-model': 'separating' }),
    byDefault('table-row', { 'fo:keep-together': 'auto' }),
  ]
}

function byDefault(family: string, properties: Record<string, string>) {
  const element = x(`style:${family}-properties`, properties)
  return x('style:default-style', { 'style:family': family }, element)
}

function notes(): readonly Element[] {
  return [
    x('text:notes-configuration', {
      'text:note-class': 'footnote',
      'text:citation-style-name': 'Footnote Symbol',
      'text:citation-body-style-name': 'Footnote anchor',
      'text:default-style-name': 'Footnote',
      'style:num-format': '1',
      'text:start-value': 0,
      'text:footnotes-position': 'page',
      'text:start-numbering-at': 'chapter',
    }),
    x('text:notes-configuration', {
      'text:note-class': 'endnote',
      'style:num-format': 'i',
      'text:start-value': 0,
    }),
  ]
}

function lineNumbers({ lineNumbers: shown }: PageLayout) {
  return x('text:linenumbering-configuration', {
    'text:number-lines': `${shown}`,
    'text:style-name': 'Line numbering',
    'style:num-format': '1',
    'text:increment': 5,
    'text:number-position': 'right',
    'text:offset': '0.45cm',
    'text:count-empty-lines': 'false',
    'text:count-in-text-boxes': 'false',
    'text:restart-on-page': 'true',
  })
}

const PICTURES: Styles = {
  Graphics: {
    own: {
      'text:anchor-type': 'as-char',
      'style:vertical-pos': 'top',
      'style:vertical-rel': 'baseline',
    },
  },
  'Cahier Picture Alone': {
    parent: 'Graphics',
    own: { 'style:vertical-pos': 'top', 'style:vertical-rel': 'line' },
  },
}

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
/** The indent of each list level, in centimetres. */
export const LIST_STEP = 0.65

function listStyles({ numbers }: PageLayout): readonly Element[] {
  const list = (name: string, kind: 'bullet' | 'number', mark: Record<string, string>) =>
    x(
      'text:list-style',
      { 'style:name': name, 'style:display-name': name },
      levels.map((level) => {
        const left = cm(numbers + LIST_STEP * level)
        return x(`text:list-level-style-${kind}`, { 'text:level': level, ...mark }, [
          labelPosition({
            'text:label-followed-by': 'listtab',
            'text:list-tab-stop-position': left,
            'fo:text-indent': cm(-LIST_STEP),
            'fo:margin-left': left,
          }),
        ])
      }),
    )
  return [
    list('Cahier Bullets', 'bullet', { 'text:bullet-char': '–' }),
    list('Cahier Numbers', 'number', { 'style:num-format': '1', 'style:num-suffix': '.' }),
  ]
}

/**
 * The outline, without numbers: proposals have fixed numbers. LibreOffice takes the indent of a
 * heading from the outline, unless the heading's own style sets an indent.
 */
function outlineStyle({ numbers }: PageLayout) {
  const position = { 'text:label-followed-by': 'nothing', 'fo:margin-left': cm(numbers) }
  return x(
    'text:outline-style',
    { 'style:name': 'Outline' },
    levels.map((level) =>
      x('text:outline-level-style', { 'text:level': level, 'style:num-format': '' }, [
        labelPosition(position),
      ]),
    ),
  )
}

function labelPosition(position: Record<string, string>) {
  return x(
    'style:list-level-properties',
    { 'text:list-level-position-and-space-mode': 'label-alignment' },
    x('style:list-level-label-alignment', position),
  )
}
