import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_PLAN, type Finding, type Programme } from '@cahier/core'
import { baselineOf, grownIn, handedOn } from '@cahier/lint'
import { stringify } from 'yaml'
import type { ExitCode, Invocation } from '../command.ts'
import { writePlan } from '../writing/write-plan.ts'

const FILE = 'lint-baseline.yaml'

/**
 * Writes down how many findings of each rule each file has. Where that is known already, numbers
 * are only lowered: when one would grow, nothing is written, and what grew is said. A file that was
 * renamed keeps its numbers.
 */
export function updateBaseline(
  programme: Programme,
  findings: readonly Finding[],
  { folder, language, say, sayError }: Invocation,
): ExitCode {
  const words = WORDS[language]
  const counts = baselineOf(findings)
  const known = handedOn(programme.baseline, counts, (path) => existsSync(join(folder, path)))
  const grown = existsSync(join(folder, FILE)) ? grownIn(counts, known) : []
  if (grown.length > 0) {
    for (const { path, rule, count } of grown) sayError(`  ${path}  ${rule}  ${count}\n`)
    sayError(`${words.grown}\n`)
    return 1
  }
  const content =
    Object.keys(counts).length === 0
      ? `# ${words.comment}\n{}\n`
      : `# ${words.comment}\n${stringify(counts, { lineWidth: 0 })}`
  writePlan(folder, { ...EMPTY_PLAN, files: [{ path: FILE, content, replaces: true }] })
  const noted = Object.values(counts).flatMap(Object.values<number>)
  say(`${words.written(noted.reduce((sum, count) => sum + count, 0))}\n`)
  return 0
}

const WORDS = {
  fr: {
    comment:
      'Remarques déjà connues, par fichier et par règle : cahier lint ne les dit plus. Les nombres ne font que baisser.',
    grown:
      'Ces remarques sont plus nombreuses qu’avant : rien n’est écrit. Corrigez-les ; ou, si elles sont acceptées, enlevez lint-baseline.yaml et recommencez.',
    written: (count: number) =>
      `écrit : ${FILE} (${count} remarque${count > 1 ? 's' : ''} connue${count > 1 ? 's' : ''})`,
  },
  en: {
    comment:
      'Findings already known, by file and by rule: cahier lint no longer reports them. Numbers only go down.',
    grown:
      'There are more of these findings than before: nothing is written. Mend them; or, if they are accepted, remove lint-baseline.yaml and begin again.',
    written: (count: number) =>
      `written: ${FILE} (${count} known finding${count === 1 ? '' : 's'})`,
  },
} as const
