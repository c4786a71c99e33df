import type { Element } from 'xast'
import { x } from 'xastscript'
import { cm, type Sheet } from '../sheet.ts'

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
/** The indent of each list level, in centimetres. */
export const LIST_STEP = 0.65

/** The list styles: en dashes, as in French books, and numbers. */
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
 * The outline, without numbers: proposals have fixed ones. LibreOffice takes from it the indent of
 * headings without a level.
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
