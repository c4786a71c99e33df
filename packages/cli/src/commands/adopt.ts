// `cahier adopt`: writes amendments into a text, and notes which are adopted or lapse.

import {
  type AdoptionPlan,
  type AmendmentChoice,
  amendableText,
  isRefused,
  planAdoption,
  shortened,
} from '@cahier/consensus'
import type { Amendment, Programme } from '@cahier/core'
import { diffText, unevenLists } from '@cahier/prose'
import { writtenId } from '../arguments/named-ids.ts'
import { flag, planOptions, wrongArguments } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { type Command, type Invocation, inBothLanguages } from '../command.ts'
import { gitHistory } from '../git/texts.ts'
import { openProgramme } from '../programme/open.ts'
import { diffInWords } from '../text/diff.ts'
import { inQuotes, layOut, linesFor } from '../text/report-parts.ts'
import { shownPath } from '../text/shown-path.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import { refuseUnwritable, writePlan } from '../writing/write-plan.ts'

export const command: Command = {
  usage: 'PROPOSAL AMENDMENT[:PART,…]…',
  help: {
    fr: 'Écrit le nouveau texte d’une proposition ou d’un axe, inscrit le sort de chacun, et celui des amendements qui tombent. Une partie d’un amendement divisible se nomme par son numéro.',
    en: 'Writes the new text of a proposal or an axis, records the fate of each, and that of the amendments that lapse. A part of a divisible amendment is named by its number.',
  },
  examples: [
    {
      fr: 'PROPOSAL deux-jours accueil-le-samedi --dry-run',
      en: 'PROPOSAL two-days saturday-opening --dry-run',
    },
    { fr: 'PROPOSAL trois-precisions:1,3', en: 'PROPOSAL three-details:1,3' },
  ],
  options: {
    void: flag(
      'accepter que le tour ouvert sur ce texte tombe',
      'accept that this voids the round open on this text',
    ),
    ...planOptions,
  },
  async run(invocation) {
    const { positionals, values, folder, language, print, say, day } = invocation
    const [written, ...slugs] = positionals
    if (written === undefined || slugs.length === 0)
      throw wrongArguments(invocation, {
        fr: ' ; cahier amendments montre les amendements',
        en: '; cahier amendments shows the amendments',
      })
    const programme = openProgramme(invocation)
    const id = writtenId(written)
    const amended = amendableText(programme, id)
    const history = amended === null ? undefined : gitHistory(folder, programme)(amended)
    const adopting = { day: day(), void: values.void === true, ...(history && { history }) }
    const adoption = planAdoption(programme, id, slugs.map(wantedFrom), adopting)
    if (isRefused(adoption.plan)) return applyPlan(adoption.plan, invocation)
    const { plan, before, after } = adoption
    print(`${diffInWords(diffText(before, after), invocation)}\n`)
    const isDry = values['dry-run'] === true
    if (isDry) refuseUnwritable(folder, plan)
    const paths = isDry
      ? new Set([...plan.files, ...plan.edits].map(({ path }) => path))
      : await writePlan(folder, plan)
    const { would, written: done } = WORDS[language]
    for (const path of paths) say(`${isDry ? would : done} ${shownPath(path, invocation)}\n`)
    say(adoptionInWords(programme, adoption, invocation))
    return 0
  },
}

function wantedFrom(written: string): AmendmentChoice {
  const [slug = '', ranks, ...more] = written
    .replace(/^.*\//, '')
    .replace(/\.md(?=:|$)/, '')
    .split(':')
  const hunks = ranks?.split(',').map(Number) ?? null
  const isRank = (rank: number) => Number.isInteger(rank) && rank > 0
  if (more.length === 0 && hunks?.every(isRank) !== false) return { id: slug, hunks }
  throw new UsageError(
    `« ${written} » ne dit pas quelles parties : écrivez par exemple ${slug}:1,3`,
    `“${written}” does not say which parts: write for instance ${slug}:1,3`,
  )
}

function adoptionInWords(
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
    would: 'serait écrit :',
    written: 'écrit :',
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
    would: 'would be written:',
    written: 'written:',
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
