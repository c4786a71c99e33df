import {
  type AmendableText,
  isStanding,
  refuseIfGone,
  type Survey,
  whyMisplaced,
} from '@cahier/consensus'
import { type Programme, titleOf } from '@cahier/core'
import { isConflict, isSameHunk } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import { paint } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'
import { amendedParagraphs, type Lettered } from './amended-paragraphs.ts'
import { PICTURE_WORDS } from './amendments-words.ts'
import { hunkInWords } from './hunk.ts'
import { columnLetter } from './labels.ts'

/** Wider lines are hard to read. */
const WIDEST = 100

/**
 * The amendments to a text, without diff: authors, changed paragraphs, then which amendments go
 * together.
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
  const isOver = proposal !== undefined && refuseIfGone(proposal, day()) !== null
  const title = proposal?.title ?? titleOf(programme.axes, id)
  const all = survey.amendments.map(
    (one, index): Lettered => ({ ...one, letter: columnLetter(index) }),
  )
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
    // Adopting an amendment with errors, or without changes, would be refused.
    const free = shown.filter(
      ({ amendment, hunks }) =>
        !tied.has(amendment.id) && amendment.document.sound && hunks.length > 0,
    )
    if (free.length === 0) return []
    return [
      line(words.free(free.map(({ letter }) => letter)), '  '),
      // A backslash at the end of a line lets the command be copied.
      wrap(
        `  cahier adopt ${id} ${free.map(({ amendment }) => amendment.id).join(' ')}`,
        width - 2,
        '    ',
      ).replaceAll('\n', ' \\\n'),
    ]
  }
}

/** The most pairs shown; the JSON report has all. */
const MOST_PAIRS = 60

type Pair = Survey['pairs'][number]

/**
 * How amendments relate: exclusive, identical, or in the same sentences. `shown`: the undecided
 * ones.
 */
function amendedPairs(
  survey: Survey,
  all: readonly Lettered[],
  shown: readonly Lettered[],
  {
    language,
    terminal,
    width,
  }: Pick<Invocation, 'language' | 'terminal'> & { readonly width: number },
): readonly (readonly string[])[] {
  const words = PICTURE_WORDS[language]
  const letters = new Map(all.map(({ letter, amendment }) => [amendment.id, letter]))
  const hunks = new Map(shown.map((one) => [one.amendment.id, one.hunks]))
  const undecided = survey.pairs.filter(
    ({ a, b, relation }) => !isConflict(relation) && hunks.has(a) && hunks.has(b),
  )
  const bold = (text: string) => paint(text, 'bold', terminal)
  const line = (text: string, indent: string) => wrap(text, width, indent)
  return [together(), same(), readings()]

  function together(): readonly string[] {
    if (survey.groups.length === 0) return []
    const groupOf = new Map(
      survey.groups.flatMap((group, index) => group.map((one) => [one, index] as const)),
    )
    const tied = survey.groups.map((): Pair[] => [])
    for (const pair of survey.pairs) {
      const group = groupOf.get(pair.a)
      if (isConflict(pair.relation) && group !== undefined && group === groupOf.get(pair.b))
        tied[group]?.push(pair)
    }
    const named = (one: string) => `${letterNamed(one)} (${one})`
    return [
      bold(words.together),
      ...survey.groups.flatMap((group, index) => [
        line(`  ${group.map(named).join(', ')}`, '    '),
        ...pairsInWords(tied[index] ?? [], '    '),
      ]),
    ]
  }

  function same(): readonly string[] {
    const pairs = undecided.filter(({ relation }) => relation === 'identical')
    return pairs.length === 0 ? [] : [bold(words.same), ...pairsInWords(pairs, '  ')]
  }

  function readings(): readonly string[] {
    const pairs = undecided.filter(({ relation }) => relation !== 'identical')
    return pairs.length === 0 ? [] : [bold(words.readings), ...pairsInWords(pairs, '  ')]
  }

  /** The changes common to two different amendments. */
  function sharedInWords({ a, b, relation }: Pair): string {
    const others = relation === 'identical' ? [] : (hunks.get(b) ?? [])
    const shared = (hunks.get(a) ?? []).filter((hunk) =>
      others.some((other) => isSameHunk(hunk, other)),
    )
    return shared.length === 0
      ? ''
      : words.shared(shared.map((hunk) => hunkInWords(hunk, true, language)).join(', '))
  }

  function pairsInWords(pairs: readonly Pair[], indent: string): readonly string[] {
    const colon = language === 'fr' ? ' :' : ':'
    const lines = pairs.slice(0, MOST_PAIRS).map((pair) => {
      const both = `${letterNamed(pair.a)} ${words.and} ${letterNamed(pair.b)}`
      return line(
        `${indent}${both}${colon} ${words.relations[pair.relation]}${sharedInWords(pair)}`,
        `${indent}  `,
      )
    })
    return pairs.length > MOST_PAIRS
      ? [...lines, `${indent}${words.more(pairs.length - MOST_PAIRS)}`]
      : lines
  }

  function letterNamed(one: string): string {
    return letters.get(one) ?? one
  }
}
