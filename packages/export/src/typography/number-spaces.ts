import type { Change } from './flat-text.ts'
import { SPACE, spaced, THIN } from './spaces.ts'
import { QUANTITY_NOUNS, UNITS } from './units.ts'

const GROUPED = new RegExp(`(?<![\\p{L}\\d.,-])\\d{1,3}(?:${SPACE}\\d{3})+(?!\\d)`, 'gu')
const GLUED = new RegExp(
  `(?<![\\p{L}\\d.,/-])[1-9]\\d{4,8}(?=${SPACE}?(?:[%‰€$£¥]|(?:k|M|Md)€|(?:${UNITS}|${QUANTITY_NOUNS})(?![\\p{L}\\d])))`,
  'gu',
)

/**
 * U+202F between groups of three digits: where spaces stand already, and in five figures or more before a unit. Numbers that name
 * something (a year, a law, a post code, a telephone) are not quantities and keep their form.
 */
export function numberSpaces(text: string): Change[] {
  const quantities = [...text.matchAll(GROUPED)].filter(([digits]) => !digits.startsWith('0'))
  const grouped = quantities.flatMap((match) =>
    spaced(match[0], new RegExp(SPACE, 'g'), THIN).map((change) => ({
      ...change,
      start: change.start + match.index,
      end: change.end + match.index,
    })),
  )
  const glued = [...text.matchAll(GLUED)].flatMap((match) => {
    const first = match[0].length % 3 || 3
    return Array.from({ length: Math.ceil(match[0].length / 3) - 1 }, (_, group) => {
      const at = match.index + first + group * 3
      return { start: at, end: at, text: THIN }
    })
  })
  return [...grouped, ...glued].sort((a, b) => a.start - b.start)
}
