import {
  type AmendableText,
  isStanding,
  type Survey,
  whyGone,
  whyMisplaced,
} from '@cahier/consensus'
import { type Programme, titleOf } from '@cahier/core'
import type { Invocation } from '../command.ts'
import { paint } from '../terminal.ts'
import { wrap } from '../wrap.ts'
import { amendedPairs } from './amended-pairs.ts'
import { amendedParagraphs, type Lettered } from './amended-paragraphs.ts'
import { PICTURE_WORDS } from './amendments-words.ts'
import { letterOf } from './letter-of.ts'

/** The widest line that is easy to read. */
const WIDEST = 100

/**
 * The amendments to a text, for somebody who has never seen a difference: who, then each paragraph
 * touched, then what goes together.
 */
export function amendmentsPicture(
  programme: Programme,
  { id, document }: AmendableText,
  survey: Survey,
  { language, terminal, day }: Pick<Invocation, 'language' | 'terminal' | 'day'>,
): string {
  const words = PICTURE_WORDS[language]
  const width = Math.min(terminal.width, WIDEST)
  const proposal = programme.proposals.find((one) => one.id === id)
  const isOver = proposal !== undefined && whyGone(proposal, day()) !== null
  const title = proposal?.title ?? titleOf(programme.axes, id)
  const all = survey.amendments.map((one, index): Lettered => ({ ...one, letter: letterOf(index) }))
  const bold = (text: string) => paint(text, 'bold', terminal)
  const line = (text: string, indent: string) => wrap(text, width, indent)
  if (all.length === 0) return `${bold(line(title, ''))}\n${words.none}\n`
  const shown = all.filter((one) => isStanding(one) && one.amendment.outcome === '')
  const parts = [
    [bold(line(title, '')), words.count(all.length)],
    all.map(row),
    shown.some((one) => one.hunks.length > 0) ? [line(words.legend, '')] : [],
    amendedParagraphs(programme, document, shown, { language, terminal, width }),
    ...amendedPairs(survey, all, shown, { language, terminal, width }),
    next(),
  ]
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`

  function row({ letter, amendment, hunks, misplaced }: Lettered): string {
    const name = programme.collectives.find((one) => one.id === amendment.by)?.name ?? amendment.by
    const fate =
      amendment.outcome === ''
        ? misplaced !== null
          ? words.unplaced(whyMisplaced(misplaced, language))
          : hunks.length > 0
            ? words.placed
            : words.idle
        : words.fates[amendment.outcome]
    const divisible = amendment.divisible && hunks.length > 1 ? words.divisible : ''
    return `${line(`${letter.padStart(2)}  ${amendment.id}`, '    ')}\n${line(`    ${[name, ...(hunks.length > 0 ? [`${words.hunks(hunks.length)}${divisible}`] : []), fate].join(' · ')}`, '    ')}`
  }

  function next(): readonly string[] {
    if (isOver) return [line(words.over, '')]
    const tied = new Set(survey.groups.flat())
    // Adopting one whose file has an error in it is refused, or that changes nothing.
    const free = shown.filter(
      ({ amendment, hunks }) =>
        !tied.has(amendment.id) && amendment.document.sound && hunks.length > 0,
    )
    if (free.length === 0) return []
    return [
      line(words.free(free.map(({ letter }) => letter)), '  '),
      // A backslash at the end of a line lets the command be copied as it is.
      wrap(
        `  cahier adopt ${id} ${free.map(({ amendment }) => amendment.id).join(' ')}`,
        width - 2,
        '    ',
      ).replaceAll('\n', ' \\\n'),
    ]
  }
}
