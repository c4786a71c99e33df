// `cahier merge-proposals`: makes one new proposal of several and marks them as replaced.

import { isRefused, type MergingPlan, planMerging } from '@cahier/consensus'
import { dayIn, type Programme, quoted, STANCE_WORDS } from '@cahier/core'
import { dateOption } from '../arguments/day.ts'
import { writtenId } from '../arguments/named-ids.ts'
import { dryRunOption, textGiven } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command, Invocation } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { wrapHanging } from '../terminal/wrap.ts'
import { collectiveName } from '../text/labels.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: { fr: 'PROPOSITION PROPOSITION… --into NOM', en: 'PROPOSAL PROPOSAL… --into NAME' },
  help: {
    fr: 'Réunit plusieurs propositions en une nouvelle : leurs rubriques côte à côte, à récrire d’une seule main, leurs auteurs crédités. Les anciennes restent, marquées comme remplacées. Aucune position n’est reprise : la commande dit à qui redemander.',
    en: 'Makes one new proposal out of several: their sections side by side, to be rewritten in one voice, with their authors credited. The old ones stay, marked as replaced. No stance is carried over: the command says who has to be asked again.',
  },
  examples: [
    {
      fr: 'cahier merge-proposals guichet-humain rouvrir-guichets --into guichets',
      en: 'cahier merge-proposals human-counter reopen-counters --into counters',
    },
    {
      fr: 'cahier merge-proposals a b --into c --title "Un titre" --dry-run',
      en: 'cahier merge-proposals a b --into c --title "A title" --dry-run',
    },
  ],
  options: {
    into: {
      type: 'string',
      value: { fr: 'NOM', en: 'NAME' },
      help: {
        fr: 'le nom du nouveau fichier, sans « .md »',
        en: 'the name of the new file, without “.md”',
      },
    },
    title: {
      type: 'string',
      value: { fr: 'TITRE', en: 'TITLE' },
      help: {
        fr: 'son titre (sinon les anciens, l’un après l’autre)',
        en: 'its title (default: the old ones, one after the other)',
      },
    },
    axis: {
      type: 'string',
      value: { fr: 'AXE', en: 'AXIS' },
      help: {
        fr: 'son axe, quand les anciennes sont dans plusieurs',
        en: 'its axis, when the old ones are in several',
      },
    },
    void: {
      type: 'boolean',
      help: {
        fr: 'accepter que les tours ouverts sur les anciennes tombent',
        en: 'accept that this voids the rounds open on the old ones',
      },
    },
    date: dateOption,
    'dry-run': dryRunOption,
  },
  async run(invocation) {
    const { positionals, values, day, say } = invocation
    const text = (option: string) => textGiven(invocation, option)
    if (positionals.length < 2 || text('into') === '')
      throw new UsageError(
        'cahier merge-proposals prend au moins deux propositions, et --into avec le nom de la nouvelle',
        'cahier merge-proposals takes at least two proposals, and --into with the name of the new one',
      )
    const programme = openProgramme(invocation)
    const into = text('into').replace(/\.md$/, '')
    const request = {
      ids: positionals.map(writtenId),
      into,
      axis: text('axis'),
      title: quoted(text('title'), programme.manifest),
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
  const lines = (text: string, indent = '') => wrapHanging(text, terminal.width, indent)
  const members = again.map(({ member, stances: own }) => {
    const stances = own.map(({ proposal, stance, date }) =>
      words.said(STANCE_WORDS[language][stance], proposal, dayIn(language, date)),
    )
    return lines(
      `${collectiveName(programme, member, language)}${words.colon} ${stances.join(', ')}`,
      '  ',
    )
  })
  return `\n${[
    lines(words.write(into)),
    members.length === 0 ? lines(words.nobody) : [lines(words.again), ...members].join('\n'),
    ...(waiting.length === 0
      ? []
      : [lines(words.waiting(waiting.map(({ amends, id }) => `${amends}/${id}`).join(', ')))]),
    ...(requiring.length === 0
      ? []
      : [lines(words.requiring(requiring.map(({ id }) => id).join(', ')))]),
  ].join('\n')}\n`
}

const WORDS = {
  fr: {
    colon: ' :',
    write: (id: string) =>
      `Les passages sont côte à côte dans « ${id} » : récrivez-les d’une seule main, enlevez les commentaires « cahier », puis « cahier lint ».`,
    nobody: 'Personne ne s’était prononcé sur ces propositions.',
    again: 'Aucune position n’est reprise. À redemander, sur le nouveau texte :',
    said: (stance: string, proposal: string, day: string) =>
      `${stance} sur « ${proposal} », le ${day}`,
    waiting: (list: string) =>
      `Amendements en attente sur les anciens textes, à reprendre à la main : ${list}.`,
    requiring: (list: string) => `Demandent l’une des anciennes (requires), à revoir : ${list}.`,
  },
  en: {
    colon: ':',
    write: (id: string) =>
      `The passages stand side by side in “${id}”: rewrite them in one voice, remove the “cahier” comments, then “cahier lint”.`,
    nobody: 'Nobody had spoken on these proposals.',
    again: 'No stance is carried over. To be asked again, on the new text:',
    said: (stance: string, proposal: string, day: string) =>
      `${stance} on “${proposal}”, on ${day}`,
    waiting: (list: string) =>
      `Amendments waiting on the old texts, to be taken up by hand: ${list}.`,
    requiring: (list: string) => `Require one of the old ones, to be looked at: ${list}.`,
  },
} as const
