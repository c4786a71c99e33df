import { existsSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { nearest } from '@cahier/core'
import { lint, lintMessages, rules } from '@cahier/lint'
import type { Command, Invocation } from '../command.ts'
import { dateOption, formatIn, formatOption } from '../format-option.ts'
import { openProgramme } from '../open-programme.ts'
import { jsonReport, summaryOf, textReport } from '../report-findings.ts'
import { UsageError } from '../usage-error.ts'

const FORMATS = ['text', 'json']

export const command: Command = {
  usage: { fr: '[CHEMIN…]', en: '[PATH…]' },
  help: {
    fr: 'Relit les textes et dit ce qui est à corriger : où, quoi, et ce qu’il faudrait écrire. Sans chemin, tout le programme.',
    en: 'Reads the texts and says what is to be mended: where, what, and what would be right. Without a path, the whole programme.',
  },
  examples: ['cahier lint', 'cahier lint axes/services/guichet-humain.md'],
  options: {
    rule: { type: 'string', value: 'ID', help: { fr: 'une seule règle', en: 'one rule only' } },
    'max-warnings': { type: 'string', value: 'N', help: { fr: 'échouer au-delà de N avertissements', en: 'fail above N warnings' } },
    date: dateOption,
    format: formatOption(FORMATS),
  },
  run(invocation) {
    const { values, print } = invocation
    const format = formatIn(invocation, FORMATS)
    const most = mostWarnings(values['max-warnings'])
    const includes = scopeOf(invocation)
    const programme = openProgramme(invocation)
    const rule = ruleIn(values.rule)
    const findings = lint(programme, { includes, day: invocation.day(), ...(rule !== '' && { rule }) })
    const read = programme.documents.filter(({ path }) => includes(path))
    const summary = summaryOf(findings, read.length)
    const lineOf = (path: string, line: number) =>
      programme.documents.find((document) => document.path === path)?.text.split(/\r\n|\n|\r/)[line - 1] ?? ''
    if (format === 'json') print(`${JSON.stringify(jsonReport(findings, summary, lintMessages, invocation))}\n`)
    else print(textReport(findings, summary, lintMessages, invocation, lineOf))
    return summary.error > 0 || summary.warning > most ? 1 : 0
  },
}

/** Whether a file of the programme is below one of the paths named; all are when none is. */
function scopeOf({ positionals, cwd, folder }: Invocation): (path: string) => boolean {
  const scopes = positionals.map((written) => {
    const path = resolve(cwd, written)
    const inside = relative(folder, path)
    if (inside === '..' || inside.startsWith(`..${sep}`)) {
      if (relative(path, folder).startsWith('..'))
        throw new UsageError(`« ${written} » est hors du programme`, `“${written}” is outside the programme`)
      return ''
    }
    if (!existsSync(path)) throw new UsageError(`« ${written} » n’existe pas`, `“${written}” does not exist`)
    return inside.split(sep).join('/')
  })
  if (scopes.length === 0 || scopes.includes('')) return () => true
  return (path) => scopes.some((scope) => path === scope || path.startsWith(`${scope}/`))
}

function ruleIn(value: Invocation['values'][string]): string {
  if (typeof value !== 'string') return ''
  const ids = rules.map(({ id }) => id)
  if (ids.includes(value)) return value
  const near = nearest(value, ids)
  throw new UsageError(
    `aucune règle « ${value} »${near && ` : vouliez-vous écrire ${near} ?`}`,
    `no rule “${value}”${near && `: did you mean ${near}?`}`,
  )
}

function mostWarnings(value: Invocation['values'][string]): number {
  if (typeof value !== 'string') return Number.POSITIVE_INFINITY
  if (/^\d+$/.test(value)) return Number(value)
  throw new UsageError(`--max-warnings attend un nombre, pas « ${value} »`, `--max-warnings wants a number, not “${value}”`)
}
