// `cahier amend`: turns the edits of a text into an amendment, and restores the text.

import { amendableText, isRefused, planAmend } from '@cahier/consensus'
import { dateOption } from '../arguments/day.ts'
import { writtenId } from '../arguments/named-ids.ts'
import { dryRunOption, textGiven } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command, Invocation } from '../command.ts'
import { readTextFile } from '../disk/files.ts'
import { gitReach, repositoryRefused, type UnderWay, underWay } from '../git/state.ts'
import { gitText, isStaged } from '../git/texts.ts'
import { openProgramme } from '../programme/open.ts'
import { askReasons } from '../terminal/prompts.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: {
    fr: 'PROPOSITION --by COLLECTIF [--reasons TEXTE]',
    en: 'PROPOSAL --by COLLECTIVE [--reasons TEXT]',
  },
  help: {
    fr: 'Fait un amendement de ce que vous venez de changer dans le fichier d’une proposition ou d’un axe, et remet le texte comme il était : au dernier enregistrement dans git, ou dans le fichier donné par --from.',
    en: 'Turns what you have just changed in the file of a proposal or an axis into an amendment, and puts the text back as it was: as last committed to git, or as in the file given with --from.',
  },
  examples: [
    {
      fr: 'cahier amend guichet-humain --by exemple-a --reasons "Un délai trop court ferme la porte."',
      en: 'cahier amend human-counter --by example-a --reasons "Too short a delay shuts the door."',
    },
    {
      fr: 'cahier amend guichet-humain --by exemple-a --dry-run',
      en: 'cahier amend human-counter --by example-a --dry-run',
    },
  ],
  options: {
    by: {
      type: 'string',
      value: { fr: 'COLLECTIF', en: 'COLLECTIVE' },
      help: {
        fr: 'le collectif qui porte l’amendement',
        en: 'the collective that brings the amendment',
      },
    },
    reasons: {
      type: 'string',
      value: { fr: 'TEXTE', en: 'TEXT' },
      help: {
        fr: 'pourquoi (sinon demandé, ou à écrire ensuite)',
        en: 'why (otherwise asked for, or to be written afterwards)',
      },
    },
    from: {
      type: 'string',
      value: { fr: 'FICHIER', en: 'FILE' },
      help: {
        fr: 'le texte d’avant, quand git ne l’a pas',
        en: 'the earlier text, when git does not have it',
      },
    },
    date: dateOption,
    'dry-run': dryRunOption,
  },
  async run(invocation) {
    const { positionals, values, language, say, day } = invocation
    const [written, ...more] = positionals
    if (written === undefined || more.length > 0)
      throw new UsageError(
        'cahier amend prend une proposition (cahier amend --help)',
        'cahier amend takes one proposal (cahier amend --help)',
      )
    if (typeof values.by !== 'string')
      throw new UsageError(
        'qui porte l’amendement ? Ajoutez --by et le collectif',
        'who brings the amendment? Add --by and the collective',
      )
    const programme = openProgramme(invocation)
    const id = writtenId(written)
    const path = amendableText(programme, id)?.document.path
    const original =
      path === undefined
        ? ''
        : textBefore(path, amendableText(programme, id)?.document.text ?? '', invocation)
    const request = {
      original,
      by: values.by,
      day: day(),
      reasons: textGiven(invocation, 'reasons'),
    }
    const first = planAmend(programme, id, request)
    const asks = !isRefused(first) && request.reasons === '' && values['dry-run'] !== true
    const plan = asks
      ? planAmend(programme, id, { ...request, reasons: await askReasons(language) })
      : first
    const code = await applyPlan(plan, invocation)
    if (code !== 0 || values['dry-run'] === true) return code
    say(`${NEXT[language](id)}\n`)
    if (path !== undefined && isStaged(invocation.folder, path)) say(`${STAGED[language](path)}\n`)
    return code
  },
}

/** The text before the edits, with the present line ends. */
function textBefore(path: string, now: string, { values, folder, cwd }: Invocation): string {
  const started = typeof values.from === 'string' ? null : underWay(folder)
  if (started !== null) throw unfinished(started)
  const text =
    typeof values.from === 'string' ? readTextFile(values.from, cwd) : gitText(folder, path)
  if (text === null && gitReach(folder) === 'refused') throw repositoryRefused()
  if (text === null)
    throw new UsageError(
      `git n’a pas de texte d’avant pour ${path} : donnez-le avec --from FICHIER (une copie du fichier avant vos changements)`,
      `git has no earlier text of ${path}: give it with --from FILE (a copy of the file before your changes)`,
    )
  return now.includes('\r\n') && !text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
}

function unfinished(started: NonNullable<UnderWay>): UsageError {
  if (started === 'merge')
    return new UsageError(
      'une fusion est en cours, et ce que d’autres ont écrit passerait pour vôtre : finissez-la d’abord (git commit), ou abandonnez-la (git merge --abort)',
      'a merge is under way, and what others wrote would pass for yours: finish it first (git commit), or give it up (git merge --abort)',
    )
  const [finish, giveUp] =
    started === 'merge --squash'
      ? ['commit', 'reset --merge']
      : [`${started} --continue`, `${started} --abort`]
  return new UsageError(
    `« git ${started} » n’est pas fini, et ce qu’il a mis dans les fichiers passerait pour vôtre : finissez d’abord (git ${finish}), ou abandonnez (git ${giveUp})`,
    `“git ${started}” is not finished, and what it put in the files would pass for yours: finish first (git ${finish}), or give it up (git ${giveUp})`,
  )
}

const STAGED = {
  fr: (path: string) =>
    `Attention : git tient déjà prêt votre changement (git add), et le prochain commit le prendrait. Redonnez-lui le texte remis : git add ${path}`,
  en: (path: string) =>
    `Beware: git holds your change ready (git add), and the next commit would take it. Give it the text put back: git add ${path}`,
} as const

const NEXT = {
  fr: (id: string) =>
    `Le texte est remis comme il était. Relisez l’amendement, puis voyez où il se place : cahier amendments ${id}`,
  en: (id: string) =>
    `The text is back as it was. Read the amendment through, then see how it fits in: cahier amendments ${id}`,
} as const
