// `cahier merge-proposals`: merges several proposals into a new one.

import { isRefused, type MergingPlan, planMerging } from '@cahier/consensus'
import { type Programme, typesetOnOneLine } from '@cahier/core'
import { writtenId } from '../arguments/named-ids.ts'
import { flag, optionText, planOptions, valueOption, wrongArguments } from '../arguments/options.ts'
import { type Command, type Invocation, inBothLanguages } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { earlierStance } from '../text/proposal-status.ts'
import { COLON, collectiveName, layOut, linesFor } from '../text/report-parts.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: 'PROPOSAL PROPOSAL… --into NAME',
  help: {
    fr: 'Leurs rubriques y sont côte à côte, à récrire d’une seule main, leurs auteurs crédités. Les anciennes restent, marquées comme remplacées. Aucune position n’est reprise : la commande dit à qui redemander.',
    en: 'Their sections are side by side, to be rewritten in one voice, with their authors credited. The old ones stay, marked as replaced. No stance is carried over: the command says who has to be asked again.',
  },
  examples: [
    {
      fr: 'PROPOSAL rouvrir-guichets --into guichets',
      en: 'PROPOSAL reopen-counters --into counters',
    },
  ],
  options: {
    into: valueOption(
      'NAME',
      'le nom du nouveau fichier, sans « .md »',
      'the name of the new file, without “.md”',
    ),
    title: valueOption(
      'TITLE',
      'son titre (sinon les anciens, l’un après l’autre)',
      'its title (default: the old ones, one after the other)',
    ),
    axis: valueOption(
      'AXIS',
      'son axe, quand les anciennes sont dans plusieurs',
      'its axis, when the old ones are in several',
    ),
    void: flag(
      'accepter que les tours ouverts sur les anciennes tombent',
      'accept that this voids the rounds open on the old ones',
    ),
    ...planOptions,
  },
  async run(invocation) {
    const { positionals, values, day, say } = invocation
    const text = (option: string) => optionText(invocation, option)
    if (positionals.length < 2 || text('into') === '') throw wrongArguments(invocation)
    const programme = openProgramme(invocation)
    const into = text('into').replace(/\.md$/, '')
    const request = {
      ids: positionals.map(writtenId),
      into,
      axis: text('axis'),
      title: typesetOnOneLine(text('title'), programme.manifest),
      day: day(),
      void: values.void === true,
    }
    const merging = planMerging(programme, request)
    const code = await applyPlan(merging.plan, invocation)
    if (!isRefused(merging.plan)) say(sequel(merging, into, programme, invocation))
    return code
  },
}

function sequel(
  { again, waiting, requiring }: MergingPlan,
  into: string,
  programme: Programme,
  { language, terminal }: Invocation,
): string {
  const words = WORDS[language]
  const { item } = linesFor(terminal)
  const members = again.map(({ member, stances: own }) => {
    const stances = own.map((stance) => earlierStance(stance, language)).join(', ')
    return item(`${collectiveName(programme, member, language)}${COLON[language]} ${stances}`, '  ')
  })
  const amendments = waiting.map(({ amends, id }) => `${amends}/${id}`).join(', ')
  return `\n${layOut([
    [
      item(words.write(into)),
      item(again.length === 0 ? words.nobody : words.again),
      ...members,
      amendments !== '' && item(words.waiting(amendments)),
      requiring.length > 0 && item(words.requiring(requiring.map(({ id }) => id).join(', '))),
    ],
  ])}`
}

const WORDS = inBothLanguages(
  {
    write: (id: string) =>
      `Les passages sont côte à côte dans « ${id} » : récrivez-les d’une seule main, enlevez les commentaires « cahier », puis « cahier lint ».`,
    nobody: 'Personne ne s’était prononcé sur ces propositions.',
    again: 'Aucune position n’est reprise. À redemander, sur le nouveau texte :',
    waiting: (list: string) =>
      `Amendements en attente sur les anciens textes, à reprendre à la main : ${list}.`,
    requiring: (list: string) => `Demandent l’une des anciennes (requires), à revoir : ${list}.`,
  },
  {
    write: (id) =>
      `The passages stand side by side in “${id}”: rewrite them in one voice, remove the “cahier” comments, then “cahier lint”.`,
    nobody: 'Nobody had spoken on these proposals.',
    again: 'No stance is carried over. To be asked again, on the new text:',
    waiting: (list) => `Amendments waiting on the old texts, to be taken up by hand: ${list}.`,
    requiring: (list) => `Require one of the old ones, to be looked at: ${list}.`,
  },
)
