import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { EMPTY_PLAN, slugOf } from '@cahier/core'
import { applyPlan } from '../apply-plan.ts'
import type { Command } from '../command.ts'
import { dateOption, dryRunOption } from '../format-option.ts'
import { newProgramme } from '../new-programme.ts'
import { UsageError } from '../usage-error.ts'

export const command: Command = {
  usage: 'DOSSIER',
  help: {
    fr: 'Crée un nouveau programme, prêt à être modifié : un axe, une proposition, un collectif, une source, tous d’exemple.',
    en: 'Makes a new programme, ready to edit: an axis, a proposal, a collective and a source, all examples.',
  },
  examples: ['cahier init mon-programme'],
  anywhere: true,
  options: { date: dateOption, 'dry-run': dryRunOption },
  run(invocation) {
    const [written, ...more] = invocation.positionals
    if (written === undefined || more.length > 0) throw new UsageError('cahier init prend un dossier', 'cahier init takes a folder')
    const folder = resolve(invocation.cwd, written)
    if (existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('.'))) {
      throw new UsageError(`« ${written} » n’est pas vide : rien n’est écrit`, `“${written}” is not empty: nothing is written`)
    }
    if (invocation.values['dry-run'] !== true) mkdirSync(folder, { recursive: true })
    const files = newProgramme(slugOf(basename(folder)) || 'programme', invocation.day(), invocation.language)
    return applyPlan({ ...EMPTY_PLAN, files }, { ...invocation, folder })
  },
}
