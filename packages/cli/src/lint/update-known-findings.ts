import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_PLAN } from '@cahier/core'
import { baselineOf, carryCountsToRenamed, increasedCounts, lint, ruleNamed } from '@cahier/lint'
import { byCodeUnits, groupedBy } from '@cahier/prose'
import { stringify } from 'yaml'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { counted } from '../text/report-parts.ts'
import { writePlan } from '../writing/write-plan.ts'
import { openCache } from './cache.ts'
import { type LooseFindings, lintLoose } from './lint-loose.ts'
import type { LintResult } from './lint-request.ts'
import { lintTarget } from './lint-target.ts'
import {
  BASELINE_FILE,
  isKnown,
  type LooseBaseline,
  readLooseBaseline,
  shortPrints,
} from './loose-baseline.ts'
import { readLooseFiles } from './loose-files.ts'

const FILE = 'lint-baseline.yaml'

/**
 * `--update-baseline`: records the present findings as known, for a programme or for loose texts
 * (outside a programme). An existing record may only shrink: with new findings, nothing is written.
 * @throws {UsageError} when paths of a programme are named.
 */
export async function updateKnownFindings(invocation: Invocation): Promise<ExitCode> {
  const { folder, language, positionals, day } = invocation
  const target = lintTarget(invocation)
  if (target.kind === 'loose') {
    const files = await readLooseFiles(target.paths, invocation.cwd)
    const paths = files.sources.map(({ path }) => path)
    const cache = openCache<LooseFindings>(invocation.values, files.folder)
    const options = { rule: '', fixes: null, followsLinks: true }
    return updateLooseBaseline(lintLoose(files, options, cache), paths, invocation)
  }
  if (positionals.length > 0)
    throw new UsageError(
      '--update-baseline vaut pour tout un programme',
      '--update-baseline is for a whole programme',
    )
  const isThere = (path: string) => existsSync(join(folder, path))
  const programme = openProgramme(invocation)
  const counts = baselineOf(lint(programme, { day: day(), known: true }))
  const known = carryCountsToRenamed(programme.baseline, counts, isThere)
  const grown = isThere(FILE)
    ? increasedCounts(counts, known).map(({ path, rule, count }) => `${path}  ${rule}  ${count}`)
    : []
  const content = `# ${COMMENT[language]}\n${stringify(counts, { lineWidth: 0 })}`
  const count = Object.values(counts)
    .flatMap(Object.values<number>)
    .reduce((sum, one) => sum + one, 0)
  return writeBaseline({ folder, file: FILE, grown, content, count }, invocation)
}

const COMMENT = {
  fr: 'Remarques déjà connues, par fichier et par règle : cahier lint ne les dit plus. Les nombres ne font que baisser.',
  en: 'Findings already known, by file and by rule: cahier lint no longer reports them. Numbers only go down.',
} as const

async function updateLooseBaseline(
  result: LintResult,
  paths: readonly string[],
  invocation: Pick<Invocation, 'language' | 'say' | 'sayError'>,
): Promise<ExitCode> {
  const { folder, findings } = result
  const known = readLooseBaseline(folder)
  const prints = shortPrints(result)
  const noted = findings.filter(({ rule }) => !ruleNamed(rule)?.alwaysOn)
  const grown = noted
    .filter((one) => known !== null && !isKnown(known, one, prints))
    .map(({ path, rule, place }) => `${path}:${place.start.line}  ${rule}`)
  // Files that were not linted keep their entries.
  const others = Object.entries(known ?? {}).filter(
    ([path]) => !paths.includes(path) && existsSync(join(folder, path)),
  )
  const now = [...groupedBy(noted, ({ path }) => path)].map(([path, ofFile]) => {
    const byRule = [...groupedBy(ofFile, ({ rule }) => rule)]
    return [
      path,
      Object.fromEntries(
        byRule.map(([rule, all]) => [rule, all.map((one) => prints.get(one) ?? '')]),
      ),
    ] as const
  })
  const all = Object.fromEntries([...others, ...now].sort(([a], [b]) => byCodeUnits(a, b)))
  const count = Object.values(all)
    .flatMap(Object.values<readonly string[]>)
    .flat().length
  return writeBaseline(
    { folder, file: BASELINE_FILE, grown, content: written(all), count },
    invocation,
  )
}

// One line per rule: git can merge the corrections of two branches.
function written(baseline: LooseBaseline): string {
  const files = Object.entries(baseline).map(([path, rules]) => {
    const lines = Object.entries(rules)
      .sort(([a], [b]) => byCodeUnits(a, b))
      .map(([rule, prints]) => `    ${JSON.stringify(rule)}: ${JSON.stringify(prints)}`)
    return `  ${JSON.stringify(path)}: {\n${lines.join(',\n')}\n  }`
  })
  return `{\n${files.join(',\n')}\n}\n`
}

/** The lines of `grown` name findings that the old file lacks. */
interface NewBaseline {
  readonly folder: string
  readonly file: string
  readonly grown: readonly string[]
  readonly content: string
  readonly count: number
}

async function writeBaseline(
  { folder, file, grown, content, count }: NewBaseline,
  { language, say, sayError }: Pick<Invocation, 'language' | 'say' | 'sayError'>,
) {
  for (const line of grown) sayError(`  ${line}\n`)
  if (grown.length > 0) {
    sayError(`${WORDS[language].grown(file)}\n`)
    return 1
  }
  await writePlan(folder, { ...EMPTY_PLAN, files: [{ path: file, content, replaces: true }] })
  say(`${WORDS[language].written(file, count)}\n`)
  return 0
}

const WORDS = {
  fr: {
    grown: (file: string) =>
      `Ces remarques sont plus nombreuses qu’avant : rien n’est écrit. Corrigez-les ; ou, si elles sont acceptées, enlevez ${file} et recommencez.`,
    written: (file: string, count: number) =>
      `écrit : ${file} (${counted.fr(count, 'remarque connue', 'remarques connues')})`,
  },
  en: {
    grown: (file: string) =>
      `There are more of these findings than before: nothing is written. Fix them; or, if they are accepted, remove ${file} and begin again.`,
    written: (file: string, count: number) =>
      `written: ${file} (${counted.en(count, 'known finding')})`,
  },
} as const
