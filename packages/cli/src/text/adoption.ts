import { type AdoptionPlan, shortened } from '@cahier/consensus'
import type { Amendment, Programme } from '@cahier/core'
import { unevenLists } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import { paint } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'

/**
 * The report of an adoption: adopted and lapsed amendments, passages changed twice, and lists with
 * broken numbering.
 */
export function adoptionInWords(
  programme: Programme,
  { before, after, adopted, fallen, readings }: AdoptionPlan,
  { language, terminal }: Pick<Invocation, 'language' | 'terminal'>,
): string {
  const words = WORDS[language]
  const nameOf = ({ by }: Pick<Amendment, 'by'>) =>
    programme.collectives.find(({ id }) => id === by)?.name ?? by
  const line = (text: string) => wrap(text, terminal.width, '    ')
  const credited = adopted.map(({ amendment, whole, hunks }) => {
    const part = whole ? '' : words.parts(hunks.map(({ rank }) => rank).join(', '))
    return line(`  ${amendment.id}${part}, ${nameOf(amendment)}`)
  })
  const blocks = [[paint(words.adopted(adopted.length), 'bold', terminal), ...credited]]
  if (fallen.length > 0)
    blocks.push([
      paint(words.fallen(fallen.length), 'bold', terminal),
      ...fallen.map((amendment) => line(`  ${amendment.id}, ${nameOf(amendment)}`)),
    ])
  if (readings.length > 0) {
    const authorOf = (id: string) => {
      const amends = adopted[0]?.amendment.amends
      const amendment = programme.amendments.find((one) => one.id === id && one.amends === amends)
      return `${id} (${amendment === undefined ? '' : nameOf(amendment)})`
    }
    const lines = readings.flatMap(({ a, b, relation, passage }) => [
      line(
        `  ${authorOf(a)} ${words.and} ${authorOf(b)}, ${relation === 'same-sentence' ? words.sameSentence : words.adjacent}`,
      ),
      line(`    ${words.quote(shortened(passage, 400))}`),
    ])
    blocks.push([paint(words.readings, 'bold', terminal), ...lines])
  }
  const known = new Set(unevenLists(before).map(({ numbers }) => numbers.join()))
  const uneven = unevenLists(after).filter(({ numbers }) => !known.has(numbers.join()))
  if (uneven.length > 0)
    blocks.push([
      paint(words.uneven, 'bold', terminal),
      ...uneven.map(({ line: at, numbers }) => line(`  ${words.numbers(at, numbers.join(', '))}`)),
    ])
  return `\n${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

const WORDS = {
  fr: {
    adopted: (count: number) => (count > 1 ? 'Adoptés :' : 'Adopté :'),
    fallen: (count: number) =>
      count > 1
        ? 'Tombent, car ce qu’ils touchent vient de changer :'
        : 'Tombe, car ce qu’il touche vient de changer :',
    parts: (ranks: string) => ` (en partie : ${ranks})`,
    readings: 'À relire : deux mains ont touché le même endroit.',
    and: 'et',
    sameSentence: 'dans la même phrase :',
    adjacent: 'dans des phrases voisines :',
    quote: (text: string) => `« ${text} »`,
    uneven: 'À renuméroter : ces numéros ne se suivent plus.',
    numbers: (at: number, numbers: string) => `ligne ${at} : ${numbers}`,
  },
  en: {
    adopted: () => 'Adopted:',
    fallen: (count: number) =>
      count > 1
        ? 'These lapse, since what they touch has just changed:'
        : 'This lapses, since what it touches has just changed:',
    parts: (ranks: string) => ` (in part: ${ranks})`,
    readings: 'To be read again: two people changed the same place.',
    and: 'and',
    sameSentence: 'in one sentence:',
    adjacent: 'in neighbouring sentences:',
    quote: (text: string) => `“${text}”`,
    uneven: 'To be numbered again: these numbers no longer follow each other.',
    numbers: (at: number, numbers: string) => `line ${at}: ${numbers}`,
  },
} as const
