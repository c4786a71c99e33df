import { readFileSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { planBallotStances } from '@cahier/consensus'
import { LARGEST_TEXT, readDocument, withSlashes } from '@cahier/core'
import { textGiven } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { noSuchFile, systemCode } from '../disk/files.ts'
import { openProgramme } from '../programme/open.ts'
import { summaryOf } from '../reports/report.ts'
import { textReport } from '../reports/text-report.ts'
import { catalogue } from '../text/catalogue.ts'
import { applySigned } from './sign-positions.ts'
import { signingKey } from './signing-key.ts'

/** Writes the stances listed in a file. If the file has errors, prints those instead. */
export function recordMeeting(
  written: string,
  invocation: Invocation,
): ExitCode | Promise<ExitCode> {
  const { positionals, values, cwd, folder, day, print } = invocation
  if (
    positionals.length > 0 ||
    values.withdraw === true ||
    values.argument !== undefined ||
    values['lifts-if'] !== undefined
  )
    throw new UsageError(
      'avec --file, le collectif, les positions et leurs arguments sont dans le fichier : n’ajoutez que --by, --sign, --date ou --dry-run',
      'with --file, the collective, the stances and their arguments are in the file: add --by, --sign, --date or --dry-run only',
    )
  const file = resolve(cwd, written)
  const path = withSlashes(relative(folder, file))
  const text = textOf(file, written)
  const programme = openProgramme(invocation)
  const ballot = readDocument({ path, text }, 'ballot')
  const { collective = '' } = (ballot.sound ? ballot.head : {}) as { readonly collective?: string }
  const key = ballot.sound ? signingKey(programme, collective, invocation) : null
  const by = values.by === undefined ? (key?.delegate ?? '') : textGiven(invocation, 'by')
  const plan = planBallotStances(programme, ballot, { day: day(), ...(by && { by }) })
  const wrong = plan.findings.filter(
    (finding) => finding.path === path && finding.severity === 'error',
  )
  if (wrong.length === 0) return applySigned(plan, programme, key, invocation)
  const findings = wrong.toSorted((a, b) => a.place.start.offset - b.place.start.offset)
  print(
    textReport({
      findings,
      summary: summaryOf(findings, 1),
      catalogue,
      invocation,
      textOf: () => text,
    }),
  )
  return 1
}

function textOf(file: string, written: string): string {
  try {
    const stat = statSync(file)
    if (!stat.isFile() || stat.size > LARGEST_TEXT) throw new RangeError('no ordinary file')
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw noSuchFile(written)
    throw new UsageError(
      `« ${written} » ne peut pas être lu comme une liste de positions (un fichier YAML, en UTF-8)`,
      `“${written}” cannot be read as a list of stances (a YAML file, in UTF-8)`,
    )
  }
}
