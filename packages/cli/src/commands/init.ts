import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { EMPTY_PLAN, slugOf } from '@cahier/core'
import { asWord } from '../as-word.ts'
import type { Command } from '../command.ts'
import { dateOption } from '../day-option.ts'
import { dryRunOption } from '../dry-run-option.ts'
import { newProgramme } from '../new-programme.ts'
import { UsageError } from '../usage-error.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: { fr: 'DOSSIER', en: 'DIR' },
  help: {
    fr: 'Crée un nouveau programme, prêt à être modifié : un axe, une proposition, un collectif, une source, tous d’exemple, dans la langue des messages.',
    en: 'Creates a new programme, ready to edit: one axis, one proposal, one collective and one source, all of them examples, in the language of the messages.',
  },
  examples: [{ fr: 'cahier init mon-programme', en: 'cahier init our-programme' }],
  anywhere: true,
  options: { date: dateOption, 'dry-run': dryRunOption },
  run(invocation) {
    const [written, ...more] = invocation.positionals
    if (written === undefined || more.length > 0) throw new UsageError('cahier init prend un dossier', 'cahier init takes a folder')
    const folder = resolve(invocation.cwd, written)
    if (isTaken(folder))
      throw new UsageError(
        `« ${written} » existe et n’est pas vide : rien n’est écrit`,
        `“${written}” exists and is not empty: nothing is written`,
      )
    const isDry = invocation.values['dry-run'] === true
    const files = newProgramme(slugOf(basename(folder)) || 'programme', invocation.day(), invocation.language)
    const code = applyPlan({ ...EMPTY_PLAN, files }, { ...invocation, folder })
    if (!isDry) invocation.say(NEXT[invocation.language](folder === resolve(invocation.cwd) ? '' : asWord(written)))
    return code
  },
}

// A folder with nothing in it but what starts with a dot, such as `.git`, is free.
function isTaken(folder: string): boolean {
  return existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).some((name) => !name.startsWith('.')))
}

const NEXT = {
  fr: (folder: string) => `\nPour commencer : ${folder && `cd ${folder}, puis `}cahier status.\n`,
  en: (folder: string) => `\nTo begin: ${folder && `cd ${folder}, then `}cahier status.\n`,
}
