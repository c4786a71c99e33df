// `cahier adopt`: writes amendments into a text, and notes which are adopted or lapse.

import { type AmendmentChoice, amendableText, isRefused, planAdoption } from '@cahier/consensus'
import { diffText } from '@cahier/prose'
import { writtenId } from '../arguments/named-ids.ts'
import { flag, planOptions, wrongArguments } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { gitHistory } from '../git/texts.ts'
import { openProgramme } from '../programme/open.ts'
import { adoptionInWords } from '../text/adoption-report.ts'
import { diffInWords } from '../text/diff.ts'
import { shownPath } from '../text/shown-path.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import { refuseUnwritable, writePlan } from '../writing/write-plan.ts'

export const command: Command = {
  usage: 'PROPOSAL AMENDMENT[:PART,…]…',
  help: {
    fr: 'Adopte des amendements à une proposition ou à un axe, en une fois : écrit le nouveau texte, inscrit le sort de chacun, et celui des amendements qui tombent. Une partie d’un amendement divisible se nomme par son numéro.',
    en: 'Adopts amendments to a proposal or an axis in one pass: writes the new text, records the fate of each, and that of the amendments that lapse. A part of a divisible amendment is named by its number.',
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
      throw wrongArguments(
        invocation,
        'une proposition, puis au moins un amendement, que montre cahier amendments',
        'a proposal, then at least one amendment, which cahier amendments shows',
      )
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

const WORDS = {
  fr: { would: 'serait écrit :', written: 'écrit :' },
  en: { would: 'would be written:', written: 'written:' },
} as const
