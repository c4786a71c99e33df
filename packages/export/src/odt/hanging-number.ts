import type { ElementContent } from 'xast'
import { plain, span, tab } from './paragraph.ts'

/**
 * The number of a block, hanging in its margin, and the mark of what is not adopted; nothing for a
 * block without a number.
 */
export function hangingNumber(number: string, mark: string): ElementContent[] {
  return number === '' ? [] : [span('Cahier_20_Number', `§${number}`), tab(), ...marked(mark)]
}

/** The number of a list item, and its mark: the margin is the bullet's, so they lead the text. */
export function leadingNumber(number: string, mark: string): ElementContent[] {
  return number === ''
    ? []
    : [span('Cahier_20_Number', `§${number}`), ...plain('\u2002'), ...marked(mark)]
}

function marked(mark: string): ElementContent[] {
  return mark === '' ? [] : [span('Cahier_20_Mark', mark), ...plain('\u2002')]
}
