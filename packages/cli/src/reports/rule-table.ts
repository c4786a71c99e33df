import type { Finding } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import { shellWord } from '../terminal/shell-word.ts'

/** The number of findings of each rule, for the end of a long report. */
export function ruleTable(
  findings: readonly Finding[],
  isFixable: (finding: Finding) => boolean,
  { language, positionals }: Pick<Invocation, 'language' | 'positionals'>,
): string {
  const rules = [...groupedBy(findings, ({ rule }) => rule)].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  const width = String(rules[0]?.[1].length ?? 0).length
  const rows = rules.map(([rule, own]) => {
    const fixable = own.filter(isFixable).length
    const mark = fixable === 0 ? '' : `  (--fix${fixable < own.length ? `: ${fixable}` : ''})`
    return `  ${String(own.length).padStart(width)}  ${rule}${mark}\n`
  })
  const fixable = findings.filter(isFixable).length
  const command = ['cahier lint --fix', ...positionals.map((path) => shellWord(path))].join(' ')
  const share = Math.floor((100 * fixable) / findings.length)
  const ending =
    fixable === 0
      ? ''
      : language === 'fr'
        ? `« ${command} » en corrige ${fixable} sans risque, soit ${share} %.\n`
        : `“${command}” fixes ${fixable} of them without risk, ${share}%.\n`
  return `\n${TITLE[language]}\n${rows.join('')}${ending === '' ? '' : `\n${ending}`}`
}

const TITLE = { fr: 'Par règle :', en: 'By rule:' } as const
