import { isUtf8 } from 'node:buffer'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { buildProgramme, type Programme, sourceOf, withSlashes } from '@cahier/core'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { namedPath, systemCode } from '../disk/files.ts'
import { openProgramme } from '../programme/open.ts'
import { summaryOf } from '../reports/report.ts'
import { noCache } from './cache.ts'
import { exitCodeOf, reportOn } from './lint-and-report.ts'
import { lintLoose } from './lint-loose.ts'
import { lintProgramme } from './lint-programme.ts'
import { type LintResult, lintRequest } from './lint-request.ts'
import { insideOf, lintTarget } from './lint-target.ts'
import { withoutKnownLoose } from './loose-baseline.ts'
import { looseTop } from './loose-files.ts'

/** Lints standard input and prints the report; with `--fix`, prints the fixed text instead. */
export async function lintStdinAndReport(
  invocation: Invocation,
  format: string,
  most: number,
): Promise<ExitCode> {
  const stdin = textOfStdin()
  const result = lintStdin(invocation, stdin)
  if (result.fixes === null || invocation.values['dry-run'] === true)
    return reportOn(result, format, most, invocation)
  const [fixed = stdin] = result.fixes.texts.values()
  process.stdout.write(fixed)
  return exitCodeOf(summaryOf(result.findings, 1), most)
}

function textOfStdin() {
  const bytes = bytesOfStdin()
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8')
  throw new UsageError(
    'ce qui vient de l’entrée standard n’est pas du texte en UTF-8 : rien n’est relu',
    'what comes from standard input is not text in UTF-8: nothing is read',
  )
}

function bytesOfStdin(): Buffer {
  try {
    return readFileSync(0)
  } catch (error) {
    const code = systemCode(error)
    throw new UsageError(
      `l’entrée standard ne peut pas être lue (${code})`,
      `standard input cannot be read (${code})`,
    )
  }
}

function programmeWithText(programme: Programme, path: string, text: string): Programme {
  const { documents, records, signatures, assets } = programme
  const others = [...documents, ...records, ...signatures].filter((one) => one.path !== path)
  const sources = [...others.map((one) => ({ path: one.path, text: one.text })), { path, text }]
  return buildProgramme({ sources, assets, findings: [] })
}

/** Lints one text in place of the file of `--stdin-path`, if any. */
function lintStdin(invocation: Invocation, text: string): LintResult {
  const { values, cwd, folder, day } = invocation
  const { rule, fixes } = lintRequest(invocation)
  const named = values['stdin-path']
  const written = typeof named === 'string' ? named : 'stdin.md'
  // With `--programme`, the path of a new file starts at the programme.
  const isNew = typeof values.programme === 'string' && !existsSync(resolve(cwd, written))
  const inside =
    insideOf(folder, namedPath(written, invocation)) ??
    (isNew ? insideOf(folder, resolve(folder, written)) : null)
  const isPlaced = named !== undefined
  if (lintTarget({ ...invocation, positionals: [] }).kind === 'programme' && isPlaced && inside) {
    const programme = programmeWithText(openProgramme(invocation), inside, text)
    const scope = { rule, day: day(), includes: (path: string) => path === inside }
    return lintProgramme({ programme, folder, sources: [] }, scope, fixes, noCache())
  }
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
  return withoutKnownLoose(lintLoose(files, { rule, fixes, followsLinks: isPlaced }, noCache()))
}
