import type { Element } from 'xast'
import { x } from 'xastscript'
import { cm, type Sheet } from '../sheet.ts'

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
/** How much further in each level is set, in centimetres. */
export const LIST_STEP = 0.65

/**
 * Two named list styles of ten levels, their text set further in at each: en dashes, as French
 * books do, and figures.
 */
export function listStyles(sheet: Sheet): readonly Element[] {
  return [
    x(
      'text:list-style',
      { 'style:name': 'Cahier_20_Bullets', 'style:display-name': 'Cahier Bullets' },
      levels.map((level) => dash(level, sheet)),
    ),
    x(
      'text:list-style',
      { 'style:name': 'Cahier_20_Numbers', 'style:display-name': 'Cahier Numbers' },
      levels.map((level) => figure(level, sheet)),
    ),
  ]
}

/**
 * The outline of the document: levels carry no automatic number, since those of proposals never
 * change. Each says the indent of the text: that of a heading whose style is not the one
 * LibreOffice knows its level by comes from here.
 */
export function outlineStyle({ numbers }: Sheet): Element {
  return x(
    'text:outline-style',
    { 'style:name': 'Outline' },
    levels.map((level) =>
      x('text:outline-level-style', { 'text:level': level, 'style:num-format': '' }, [
        x(
          'style:list-level-properties',
          { 'text:list-level-position-and-space-mode': 'label-alignment' },
          [
            x('style:list-level-label-alignment', {
              'text:label-followed-by': 'nothing',
              'fo:margin-left': cm(numbers),
            }),
          ],
        ),
      ]),
    ),
  )
}

function dash(level: number, sheet: Sheet): Element {
  return x('text:list-level-style-bullet', { 'text:level': level, 'text:bullet-char': '–' }, [
    position(level, sheet),
  ])
}

function figure(level: number, sheet: Sheet): Element {
  return x(
    'text:list-level-style-number',
    { 'text:level': level, 'style:num-format': '1', 'style:num-suffix': '.' },
    [position(level, sheet)],
  )
}

function position(level: number, { numbers }: Sheet): Element {
  const left = cm(numbers + LIST_STEP * level)
  return x(
    'style:list-level-properties',
    { 'text:list-level-position-and-space-mode': 'label-alignment' },
    [
      x('style:list-level-label-alignment', {
        'text:label-followed-by': 'listtab',
        'text:list-tab-stop-position': left,
        'fo:text-indent': cm(-LIST_STEP),
        'fo:margin-left': left,
      }),
    ],
  )
}
