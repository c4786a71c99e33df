// `cahier amendments`: shows the amendments to a text and how they fit together.

import {
  type AmendableText,
  amendableText,
  isStanding,
  type PlacedAmendments,
  placeAllAmendments,
  refuseIfGone,
  textsByDigest,
  whyMisplaced,
} from '@cahier/consensus'
import { type Language, type Programme, titleOf } from '@cahier/core'
import { groupedBy, type Hunk, isConflict, isSameHunk } from '@cahier/prose'
import { didYouMean, nearValue } from '../arguments/did-you-mean.ts'
import { writtenId } from '../arguments/named-ids.ts'
import { asJson, formatOption, onlyArgument } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command, Invocation } from '../command.ts'
import { gitHistory } from '../git/texts.ts'
import { openAndWarn } from '../programme/unread.ts'
import {
  AMENDMENT_WORDS,
  amendedParagraphs,
  type LetteredAmendment,
  type Screen,
} from '../text/amended-paragraphs.ts'
import { hunkInWords } from '../text/hunk-in-words.ts'
import { COLON, columnLetter, layOut, linesFor } from '../text/report-parts.ts'

export const command: Command = {
  usage: 'PROPOSAL',
  help: {
    fr: 'Qui change quoi, paragraphe par paragraphe, dans une proposition ou un axe, et quels amendements sont à discuter ensemble.',
    en: 'Who changes what, paragraph by paragraph, in a proposal or an axis, and which amendments are to be discussed together.',
  },
  examples: ['PROPOSAL', 'PROPOSAL --format json'],
  options: { format: formatOption() },
  run(invocation) {
    const { values, folder, language, print, say } = invocation
    const written = onlyArgument(invocation)
    const programme = openAndWarn(invocation)
    const id = writtenId(written)
    const amended = amendableText(programme, id)
    if (amended === null) {
      const { fr, en } = didYouMean(
        nearValue(id, [...programme.ids.proposals, ...programme.ids.axes]),
      )
      throw new UsageError(
        `aucune proposition et aucun axe « ${id} »${fr}`,
        `no proposal and no axis “${id}”${en}`,
      )
    }
    const survey = placeAllAmendments(
      programme,
      amended,
      textsByDigest(programme, amended, gitHistory(folder, programme)(amended)),
    )
    if (values.format === 'json') print(asJson(surveyAsData(survey, language)))
    else say(amendmentsPicture(programme, amended, survey, invocation))
    return 0
  },
}

/** With more amendments, pairs without a common place are left out: they may be millions. */
const MOST_PAIRED = 1000

/** The JSON report (schemas/report-amendments.schema.json). */
function surveyAsData(
  { amendments, pairs, groups, standing }: PlacedAmendments,
  language: Language,
) {
  return {
    amendments: amendments.map(({ amendment, hunks, misplaced }) => ({
      id: amendment.id,
      by: amendment.by,
      ...(amendment.outcome !== '' && { outcome: amendment.outcome }),
      divisible: amendment.divisible,
      hunks: hunks.map(hunkInJson),
      placed: misplaced === null,
      ...(misplaced !== null && { why: whyMisplaced(misplaced, language) }),
    })),
    pairs: standing.length > MOST_PAIRED ? pairs : everyPair(standing, pairs),
    groups,
  }
}

function everyPair(
  standing: readonly string[],
  pairs: PlacedAmendments['pairs'],
): PlacedAmendments['pairs'] {
  const relations = new Map(pairs.map(({ a, b, relation }) => [`${a} ${b}`, relation]))
  return standing.flatMap((a, index) =>
    standing
      .slice(index + 1)
      .map((b) => ({ a, b, relation: relations.get(`${a} ${b}`) ?? 'disjoint' })),
  )
}

function hunkInJson({ rank, field, operation, block, wordsInBlock, old, new: young }: Hunk) {
  const place = field === '' ? { block } : { field }
  return { rank, ...place, operation, tokens: wordsInBlock, old, new: young }
}

/** Columns. Wider lines are hard to read. */
const WIDEST = 100

function amendmentsPicture(
  programme: Programme,
  { id, document }: AmendableText,
  survey: PlacedAmendments,
  { language, terminal, day }: Invocation,
): string {
  const words = AMENDMENT_WORDS[language]
  const width = Math.min(terminal.width, WIDEST)
  const screen = { language, terminal, width }
  const proposal = programme.proposals.find((one) => one.id === id)
  const isOver = proposal !== undefined && refuseIfGone(proposal, day()) !== null
  const all = survey.amendments.map(
    (one, index): LetteredAmendment => ({ ...one, letter: columnLetter(index) }),
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

  function row({ letter, amendment, hunks, misplaced }: LetteredAmendment): string {
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

/** The most pairs shown in one list; the JSON report has the others. */
const MOST_PAIRS = 60

type Pair = PlacedAmendments['pairs'][number]

function amendedPairs(
  survey: PlacedAmendments,
  all: readonly LetteredAmendment[],
  shown: readonly LetteredAmendment[],
  { language, terminal, width }: Screen,
): readonly (readonly string[])[] {
  const words = AMENDMENT_WORDS[language]
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
