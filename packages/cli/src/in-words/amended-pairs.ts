import type { Survey } from '@cahier/consensus'
import { isConflict, isSameHunk } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import { paint } from '../terminal.ts'
import { wrap } from '../wrap.ts'
import type { Lettered } from './amended-paragraphs.ts'
import { PICTURE_WORDS } from './amendments-words.ts'
import { hunkInWords } from './hunk-in-words.ts'

/** Pairs that anybody would read in a row; the JSON report has them all. */
const MOST_PAIRS = 60

type Pair = Survey['pairs'][number]

/**
 * What amendments are to each other: which exclude each other, wish the same, or touch the same
 * sentences. `shown` are those that nobody has decided on.
 */
export function amendedPairs(
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

  /** What two amendments both wish, where each is not all that the other wishes. */
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
