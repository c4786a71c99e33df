import type { Element } from 'xast'
import { x } from 'xastscript'
import { cm, type Sheet } from '../sheet.ts'

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
/** The indent of each list level, in centimetres. */
export const LIST_STEP = 0.65

/** The list styles: en dashes, as in French books, and numbers. */
export function listStyles({ numbers }: Sheet): readonly Element[] {
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
 * The outline, without numbers: proposals have fixed ones. LibreOffice takes from it the indent of
 * headings without a level.
 */
export function outlineStyle({ numbers }: Sheet): Element {
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

function labelPosition(position: Record<string, string>): Element {
  return x(
    'style:list-level-properties',
    { 'text:list-level-position-and-space-mode': 'label-alignment' },
    x('style:list-level-label-alignment', position),
  )
}
