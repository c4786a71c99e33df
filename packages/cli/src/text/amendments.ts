import {
  type AmendableText,
  isStanding,
  refuseIfGone,
  type Survey,
  whyMisplaced,
} from '@cahier/consensus'
import { type Programme, titleOf } from '@cahier/core'
import { groupedBy, isConflict, isSameHunk } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import {
  amendedParagraphs,
  type Lettered,
  PICTURE_WORDS,
  type Screen,
} from './amended-paragraphs.ts'
import { hunkInWords } from './hunk.ts'
import { COLON, columnLetter, layOut, linesFor } from './report-parts.ts'

/** Columns. Wider lines are hard to read. */
const WIDEST = 100

/** The amendments to a text: authors, changed paragraphs, and conflicts between amendments. */
export function amendmentsPicture(
  programme: Programme,
  { id, document }: AmendableText,
  survey: Survey,
  { language, terminal, day }: Invocation,
): string {
  const words = PICTURE_WORDS[language]
  const width = Math.min(terminal.width, WIDEST)
  const screen = { language, terminal, width }
  const proposal = programme.proposals.find((one) => one.id === id)
  const isOver = proposal !== undefined && refuseIfGone(proposal, day()) !== null
  const all = survey.amendments.map(
    (one, index): Lettered => ({ ...one, letter: columnLetter(index) }),
  )
  const { line, bold } = linesFor(terminal, width)
  const head = bold(titleOf([...programme.proposals, ...programme.axes], id))
  if (all.length === 0) return `${head}\n${words.none}\n`
  const shown = all.filter((one) => isStanding(one) && one.amendment.outcome === '')
  return layOut([
    [head, words.count(all.length)],
    all.map(row),
    shown.some(({ hunks }) => hunks.length > 0) && line(words.legend),
    amendedParagraphs(programme, document, shown, screen),
    ...amendedPairs(survey, all, shown, screen),
    isOver ? line(words.over) : next(),
  ])

  function row({ letter, amendment, hunks, misplaced }: Lettered): string {
    const { id, by, divisible, outcome } = amendment
    const isIdle = hunks.length === 0
    const place =
      misplaced === null ? words.placed : words.unplaced(whyMisplaced(misplaced, language))
    const facts = [
      programme.collectives.find((one) => one.id === by)?.name ?? by,
      !isIdle &&
        `${words.hunks(hunks.length)}${divisible && hunks.length > 1 ? words.divisible : ''}`,
      outcome !== '' ? words.fates[outcome] : isIdle && misplaced === null ? words.idle : place,
    ]
    return line(`${letter.padStart(2)}  ${id}\n    ${facts.filter(Boolean).join(' · ')}`, '    ')
  }

  function next() {
    const tied = new Set(survey.groups.flat())
    // Adopting an amendment with errors, or without changes, would be refused.
    const free = shown.filter(
      ({ amendment, hunks }) =>
        !tied.has(amendment.id) && amendment.document.sound && hunks.length > 0,
    )
    if (free.length === 0) return []
    const names = free.map(({ amendment }) => amendment.id).join(' ')
    return [
      line(words.free(free.map(({ letter }) => letter)), '  '),
      // With a backslash at the end of each line, the command can be copied.
      linesFor(terminal, width - 2)
        .line(`  cahier adopt ${id} ${names}`, '    ')
        .replaceAll('\n', ' \\\n'),
    ]
  }
}

/** The most pairs shown; the JSON report has all. */
const MOST_PAIRS = 60

type Pair = Survey['pairs'][number]

/** Lines about conflicting, identical or close amendments. `shown`: undecided amendments. */
function amendedPairs(
  survey: Survey,
  all: readonly Lettered[],
  shown: readonly Lettered[],
  { language, terminal, width }: Screen,
): readonly (readonly string[])[] {
  const words = PICTURE_WORDS[language]
  const letters = new Map(all.map(({ letter, amendment }) => [amendment.id, letter]))
  const letterOf = (one: string) => letters.get(one) ?? one
  const hunks = new Map(shown.map((one) => [one.amendment.id, one.hunks]))
  const undecided = survey.pairs.filter(
    ({ a, b, relation }) => !isConflict(relation) && hunks.has(a) && hunks.has(b),
  )
  const { line, bold } = linesFor(terminal, width)
  const part = (title: string, isIdentical: boolean) => {
    const pairs = undecided.filter(({ relation }) => (relation === 'identical') === isIdentical)
    return pairs.length === 0 ? [] : [bold(title), ...pairsInWords(pairs, '  ')]
  }
  const groupOf = new Map(survey.groups.flatMap((group) => group.map((one) => [one, group])))
  const tied = groupedBy(
    survey.pairs.filter(
      ({ a, b, relation }) => isConflict(relation) && groupOf.get(a) === groupOf.get(b),
    ),
    ({ a }) => groupOf.get(a),
  )
  const exclusive = survey.groups.flatMap((group) => [
    line(`  ${group.map((one) => `${letterOf(one)} (${one})`).join(', ')}`, '    '),
    ...pairsInWords(tied.get(group) ?? [], '    '),
  ])
  return [
    exclusive.length === 0 ? [] : [bold(words.together), ...exclusive],
    part(words.same, true),
    part(words.readings, false),
  ]

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
    const lines = pairs.slice(0, MOST_PAIRS).map((pair) => {
      const both = `${letterOf(pair.a)} ${words.and} ${letterOf(pair.b)}${COLON[language]}`
      return line(
        `${indent}${both} ${words.relations[pair.relation]}${sharedInWords(pair)}`,
        `${indent}  `,
      )
    })
    const more = pairs.length - MOST_PAIRS
    return more > 0 ? [...lines, `${indent}${words.more(more)}`] : lines
  }
}
