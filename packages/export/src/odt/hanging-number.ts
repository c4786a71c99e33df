import type { ElementContent } from 'xast'
import { plain, span, tab } from './paragraph.ts'

/** The number of a block, hanging in its margin; nothing for a block without. */
export function hangingNumber(number: string): ElementContent[] {
  return number === '' ? [] : [span('Cahier_20_Number', `§${number}`), tab()]
}

/** The number of a list item: the margin is the bullet's, so it leads the text. */
export function leadingNumber(number: string): ElementContent[] {
  return number === '' ? [] : [span('Cahier_20_Number', `§${number}`), ...plain('\u2002')]
}
