// `cahier amend`: turns the edits of a text into an amendment, and restores the text.

import { amendableText, isRefused, planAmend } from '@cahier/consensus'
import type { Document } from '@cahier/core'
import { writtenId } from '../arguments/named-ids.ts'
import {
  onlyArgument,
  optionText,
  planOptions,
  requiredOptionText,
  valueOption,
} from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { type Command, type Invocation, inBothLanguages } from '../command.ts'
import { readTextFile } from '../disk/files.ts'
import {
  gitReach,
  repositoryRefusedError,
  type UnfinishedOperation,
  unfinishedOperation,
} from '../git/state.ts'
import { isStaged, textAtHead } from '../git/texts.ts'
import { openProgramme } from '../programme/open.ts'
import { askReasons } from '../terminal/prompts.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: 'PROPOSAL --by COLLECTIVE [--reasons TEXT]',
  help: {
    fr: 'Dans le fichier d’une proposition ou d’un axe, dont le texte est remis comme il était : au dernier enregistrement dans git, ou dans le fichier donné par --from.',
    en: 'In the file of a proposal or an axis, whose text is put back as it was: as last committed to git, or as in the file given with --from.',
  },
  examples: [
    {
      fr: 'PROPOSAL --by COLLECTIVE-a --reasons "Un délai trop court ferme la porte."',
      en: 'PROPOSAL --by COLLECTIVE-a --reasons "Too short a delay shuts the door."',
    },
  ],
  options: {
    by: valueOption(
      'COLLECTIVE',
      'le collectif qui porte l’amendement',
      'the collective that brings the amendment',
    ),
    reasons: valueOption(
      'TEXT',
      'pourquoi (sinon demandé, ou à écrire ensuite)',
      'why (otherwise asked for, or to be written afterwards)',
    ),
    from: valueOption(
      'FILE',
      'le texte d’avant, quand git ne l’a pas',
      'the earlier text, when git does not have it',
    ),
    ...planOptions,
  },
  async run(invocation) {
    const { values, language, say, day, folder } = invocation
    const id = writtenId(onlyArgument(invocation))
    const by = requiredOptionText(invocation, 'by')
    const programme = openProgramme(invocation)
    const edited = amendableText(programme, id)?.document
    const original = edited === undefined ? '' : textBefore(edited, invocation)
    const request = { original, by, day: day(), reasons: optionText(invocation, 'reasons') }
    let plan = planAmend(programme, id, request)
    const isDry = values['dry-run'] === true
    if (!isRefused(plan) && request.reasons === '' && !isDry)
      plan = planAmend(programme, id, { ...request, reasons: await askReasons(language) })
    const code = await applyPlan(plan, invocation)
    if (code !== 0 || isDry || edited === undefined) return code
    say(`${WORDS[language].next(id)}\n`)
    if (isStaged(folder, edited.path)) say(`${WORDS[language].staged(edited.path)}\n`)
    return code
  },
}

/** The text before the edits. Git may have stored LF for a file with CRLF: that is no edit. */
function textBefore({ path, text: now }: Document, { values, folder, cwd }: Invocation) {
  const text =
    typeof values.from === 'string' ? readTextFile(values.from, cwd) : committedText(folder, path)
  return now.includes('\r\n') && !text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
}

function committedText(folder: string, path: string) {
  const started = unfinishedOperation(folder)
  if (started !== null) throw unfinished(started)
  const text = textAtHead(folder, path)
  if (text !== null) return text
  if (gitReach(folder) === 'refused') throw repositoryRefusedError()
  throw new UsageError(
    `git n’a pas de texte d’avant pour ${path} : donnez-le avec --from FICHIER (une copie du fichier avant vos changements)`,
    `git has no earlier text of ${path}: give it with --from FILE (a copy of the file before your changes)`,
  )
}

function unfinished(started: NonNullable<UnfinishedOperation>) {
  const endings: Readonly<Record<string, readonly [string, string]>> = {
    merge: ['commit', 'merge --abort'],
    'merge --squash': ['commit', 'reset --merge'],
  }
  const [finish, giveUp] = endings[started] ?? [`${started} --continue`, `${started} --abort`]
  return new UsageError(
    `« git ${started} » n’est pas fini, et ce qu’il a mis dans les fichiers passerait pour vôtre : finissez d’abord (git ${finish}), ou abandonnez (git ${giveUp})`,
    `“git ${started}” is not finished, and what it put in the files would pass for yours: finish first (git ${finish}), or give it up (git ${giveUp})`,
  )
}

const WORDS = inBothLanguages(
  {
    staged: (path: string) =>
      `Attention : git tient déjà prêt votre changement (git add), et le prochain commit le prendrait. Redonnez-lui le texte remis : git add ${path}`,
    next: (id: string) =>
      `Le texte est remis comme il était. Relisez l’amendement, puis voyez où il se place : cahier amendments ${id}`,
  },
  {
    staged: (path) =>
      `Beware: git holds your change ready (git add), and the next commit would take it. Give it the text put back: git add ${path}`,
    next: (id) =>
      `The text is back as it was. Read the amendment through, then see how it fits in: cahier amendments ${id}`,
  },
)
