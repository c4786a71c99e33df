import { dateOption, dryRunOption, flag, formatOption, valueOption } from '../arguments/options.ts'
import { notTogether, UsageError } from '../arguments/usage-error.ts'
import type { Invocation, Option } from '../command.ts'

export const LINT_FORMATS = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit']

export const lintOptions: Readonly<Record<string, Option>> = {
  fix: flag('corriger ce qui peut l’être sans risque', 'fix what is safe to fix'),
  'dry-run': dryRunOption,
  rule: valueOption(
    { fr: 'RÈGLE,…', en: 'RULE,…' },
    'seulement ces règles ou familles (cahier rules les donne)',
    'only these rules or families (cahier rules lists them)',
  ),
  since: valueOption(
    { fr: 'RÉVISION', en: 'REV' },
    'seulement ce qu’apporte le changement depuis cette révision de git, et ce qui s’y réfère',
    'only what the change since that git revision brings, and what refers to it',
  ),
  'max-warnings': valueOption('N', 'échouer au-delà de N avertissements', 'fail above N warnings'),
  'update-baseline': flag(
    'noter les remarques d’aujourd’hui comme connues (lint-baseline.yaml ; hors d’un programme, .cahier-baseline.json), puis n’en baisser que le nombre',
    'note today’s findings as known (lint-baseline.yaml; outside a programme, .cahier-baseline.json), and afterwards only lower their number',
  ),
  stdin: flag('lire le texte sur l’entrée standard', 'read the text from standard input'),
  'stdin-path': valueOption(
    { fr: 'CHEMIN', en: 'PATH' },
    'le fichier que ce texte remplace',
    'the file that this text stands for',
  ),
  watch: flag('relire à chaque enregistrement', 'read again at each save'),
  'no-cache': flag(
    'ne rien garder d’une relecture à l’autre',
    'keep nothing from one run to the next',
  ),
  date: dateOption,
  format: formatOption(LINT_FORMATS),
}

/** The value of `--max-warnings`, or infinity. @throws {UsageError} if it is not a number. */
export function mostWarnings(value: Invocation['values'][string]): number {
  if (typeof value !== 'string') return Number.POSITIVE_INFINITY
  if (/^\d+$/.test(value)) return Number(value)
  throw new UsageError(
    `--max-warnings attend un nombre, pas « ${value} »`,
    `--max-warnings takes a number, not “${value}”`,
  )
}

/** @throws {UsageError} when options do not go together. */
export function refuseConflictingOptions({ values, positionals }: Invocation): void {
  const pairs = [
    ['watch', 'fix'],
    ['watch', 'stdin'],
    ['update-baseline', 'fix'],
    ['update-baseline', 'rule'],
    ['update-baseline', 'since'],
    ['update-baseline', 'stdin'],
    ['since', 'stdin'],
  ] as const
  const both = pairs.find(
    ([one, other]) => values[one] !== undefined && values[other] !== undefined,
  )
  if (both !== undefined) throw notTogether(`--${both[0]}`, `--${both[1]}`)
  if (values['dry-run'] === true && values.fix !== true)
    throw new UsageError('--dry-run va avec --fix', '--dry-run goes with --fix')
  if (values.stdin === true && positionals[0] !== undefined)
    throw new UsageError(
      `--stdin lit un texte et aucun fichier : pour dire lequel il remplace, écrivez --stdin-path ${positionals[0]}`,
      `--stdin reads one text and no file: to say which one it stands for, write --stdin-path ${positionals[0]}`,
    )
  if (values['stdin-path'] !== undefined && values.stdin !== true)
    throw new UsageError('--stdin-path va avec --stdin', '--stdin-path goes with --stdin')
}
