import { existsSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { type Finding, sourceOf, withSlashes } from '@cahier/core'
import { EVERYTHING, type LintScope } from '@cahier/lint'
import { parseMarkdown } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import { namedPath } from '../disk/files.ts'
import { openProgramme, programmeToVisit } from '../programme/open.ts'
import { parserFor } from '../programme/parser.ts'
import { readingProgress } from '../terminal/progress.ts'
import { noCache, openCache } from './cache.ts'
import type { LintInput } from './lint-input.ts'
import { type LooseFindings, lintLoose } from './lint-loose.ts'
import { lintProgramme, programmeWithText } from './lint-programme.ts'
import { insideOf, lintTarget } from './lint-target.ts'
import { withoutKnownLoose } from './loose-baseline.ts'
import { type LooseFiles, looseTop } from './loose-files.ts'
import { type LintResult, textsOf } from './result.ts'
import { ruleIn } from './rule-in.ts'

/** Lints a programme, a part of it, or loose Markdown. Writes nothing. */
export function runLint(invocation: Invocation, input: LintInput): Promise<LintResult> {
  return input.kind === 'loose'
    ? lintFiles(invocation, input.files, withoutKnownLoose)
    : lintFolder(invocation, input)
}

/** Lints loose texts. `without` removes known findings. */
export async function lintFiles(
  invocation: Invocation,
  files: LooseFiles,
  without: (result: LintResult) => LintResult = (result) => result,
): Promise<LintResult> {
  const { rule, fixes, since } = optionsIn(invocation)
  const cache = openCache<LooseFindings>(invocation.values, files.folder)
  const onText = readingProgress(invocation) ?? undefined
  const options = { rule, fixes, followsLinks: true, parserFor, onText, cache }
  if (since === null) return without(lintLoose(files, options))
  const { newLooseFindingsSince } = await import('./since.ts')
  const { folder, sources, findings, settings } = files
  const paths = [...sources, ...findings, ...(settings ? [settings] : [])].map(({ path }) => path)
  const brought = newLooseFindingsSince(folder, paths, since, invocation)
  const result = without(lintLoose(files, { ...options, fixes: fixes && brought }))
  return { ...result, findings: brought(result.findings, textsOf(result)) }
}

async function lintFolder(
  invocation: Invocation,
  { read, target: { includes } }: LintInput & { readonly kind: 'programme' },
): Promise<LintResult> {
  const { values, folder } = invocation
  const { fixes, scope, since } = optionsIn(invocation)
  const { sources } = read
  const parse = parserFor(sources.filter(({ path }) => includes(path)))
  const programme = { programme: programmeToVisit(read, parse, invocation), folder, sources }
  const inScope = { ...scope(), includes }
  const cache = openCache<readonly Finding[]>(values, folder)
  if (since === null) return lintProgramme(programme, inScope, fixes, cache)
  const { newFindingsSince } = await import('./since.ts')
  const brought = newFindingsSince(folder, since, inScope, invocation)
  const result = lintProgramme(programme, inScope, fixes && brought, cache)
  return { ...result, findings: brought(result.findings, textsOf(result)) }
}

/** Lints one text in place of the file of `--stdin-path`, if any. Writes nothing. */
export async function lintStdin(invocation: Invocation, text: string): Promise<LintResult> {
  const { values, cwd, folder } = invocation
  const { rule, fixes, scope } = optionsIn(invocation)
  const written = typeof values['stdin-path'] === 'string' ? values['stdin-path'] : 'stdin.md'
  // With `--programme`, the path of a new file starts at the programme.
  const meant =
    typeof values.programme === 'string' && !existsSync(resolve(cwd, written))
      ? resolve(folder, written)
      : null
  const inside =
    insideOf(folder, namedPath(written, invocation)) ?? (meant && insideOf(folder, meant))
  const target = lintTarget({ ...invocation, positionals: [] })
  const isPlaced = values['stdin-path'] !== undefined
  if (target.kind === 'loose' || inside === null || inside === '' || !isPlaced) {
    const path = resolve(cwd, written)
    const top = isPlaced ? looseTop([dirname(path)]) : { folder: null, settings: null }
    const shown = top.folder === null ? written : withSlashes(relative(top.folder, path))
    const files = {
      folder: top.folder ?? cwd,
      settings: top.settings,
      sources: [sourceOf(shown, Buffer.from(text))],
      hidden: [],
      findings: [],
    }
    return withoutKnownLoose(
      lintLoose(files, {
        rule,
        fixes,
        followsLinks: isPlaced,
        parserFor: () => parseMarkdown,
        cache: noCache(),
      }),
    )
  }
  const programme = programmeWithText(openProgramme(invocation), inside, text)
  const scopeOfText = { ...scope(), includes: (path: string) => path === inside }
  return lintProgramme({ programme, folder, sources: [] }, scopeOfText, fixes, noCache())
}

function optionsIn({ values, day }: Invocation) {
  const rule = ruleIn(values.rule)
  // Checks `--date` always. Else the day is computed only for a programme, because it is slow.
  if (values.date !== undefined) day()
  return {
    rule,
    fixes: values.fix === true ? EVERYTHING : null,
    since: typeof values.since === 'string' ? values.since : null,
    scope: (): LintScope => ({ day: day(), ...(rule !== '' && { rule }) }),
  }
}
