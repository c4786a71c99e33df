import { type AdoptionPlan, shortened } from '@cahier/consensus'
import type { Amendment, Programme } from '@cahier/core'
import { unevenLists } from '@cahier/prose'
import { type Invocation, inBothLanguages } from '../command.ts'
import { inQuotes, layOut, linesFor } from './report-parts.ts'

/**
 * The report of `cahier adopt`: the adopted amendments, those that lapse, then what to check by
 * hand: places that two amendments changed, and list numbers that are no longer in sequence.
 */
export function adoptionInWords(
  programme: Programme,
  { before, after, adopted, fallen, readings }: AdoptionPlan,
  { language, terminal }: Invocation,
): string {
  const words = WORDS[language]
  const { line: wrapped, bold } = linesFor(terminal)
  const line = (text: string) => wrapped(text, '    ')
  const nameOf = ({ by }: Pick<Amendment, 'by'>) =>
    programme.collectives.find(({ id }) => id === by)?.name ?? by
  const amends = adopted[0]?.amendment.amends
  const withAuthor = (id: string) => {
    const amendment = programme.amendments.find((one) => one.id === id && one.amends === amends)
    return `${id} (${amendment === undefined ? '' : nameOf(amendment)})`
  }
  const known = new Set(unevenLists(before).map(({ numbers }) => numbers.join()))
  const uneven = unevenLists(after).filter(({ numbers }) => !known.has(numbers.join()))
  return `\n${layOut([
    [
      bold(words.adopted(adopted.length)),
      ...adopted.map(({ amendment, whole, hunks }) => {
        const part = whole ? '' : words.parts(hunks.map(({ rank }) => rank).join(', '))
        return line(`  ${amendment.id}${part}, ${nameOf(amendment)}`)
      }),
    ],
    fallen.length > 0 && [
      bold(words.fallen(fallen.length)),
      ...fallen.map((amendment) => line(`  ${amendment.id}, ${nameOf(amendment)}`)),
    ],
    readings.length > 0 && [
      bold(words.readings),
      ...readings.flatMap(({ a, b, relation, passage }) => [
        line(
          `  ${withAuthor(a)} ${words.and} ${withAuthor(b)}, ${relation === 'same-sentence' ? words.sameSentence : words.adjacent}`,
        ),
        line(`    ${inQuotes[language](shortened(passage, 400))}`),
      ]),
    ],
    uneven.length > 0 && [
      bold(words.uneven),
      ...uneven.map(({ line: at, numbers }) => line(`  ${words.numbers(at, numbers.join(', '))}`)),
    ],
  ])}`
}

const WORDS = inBothLanguages(
  {
    adopted: (count: number): string => (count > 1 ? 'Adoptés :' : 'Adopté :'),
    fallen: (count: number): string =>
      count > 1
        ? 'Tombent, car ce qu’ils touchent vient de changer :'
        : 'Tombe, car ce qu’il touche vient de changer :',
    parts: (ranks: string) => ` (en partie : ${ranks})`,
    readings: 'À relire : deux mains ont touché le même endroit.',
    and: 'et',
    sameSentence: 'dans la même phrase :',
    adjacent: 'dans des phrases voisines :',
    uneven: 'À renuméroter : ces numéros ne se suivent plus.',
    numbers: (at: number, numbers: string) => `ligne ${at} : ${numbers}`,
  },
  {
    adopted: () => 'Adopted:',
    fallen: (count) =>
      count > 1
        ? 'These lapse, since what they touch has just changed:'
        : 'This lapses, since what it touches has just changed:',
    parts: (ranks) => ` (in part: ${ranks})`,
    readings: 'To be read again: two people changed the same place.',
    and: 'and',
    sameSentence: 'in one sentence:',
    adjacent: 'in neighbouring sentences:',
    uneven: 'To be numbered again: these numbers no longer follow each other.',
    numbers: (at, numbers) => `line ${at}: ${numbers}`,
  },
)
