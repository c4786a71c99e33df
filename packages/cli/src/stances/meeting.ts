import { relative, resolve } from 'node:path'
import { planBallotStances } from '@cahier/consensus'
import { readDocument, withSlashes } from '@cahier/core'
import { optionText } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { readTextFile } from '../disk/files.ts'
import { openProgramme } from '../programme/open.ts'
import { summaryOf } from '../reports/report.ts'
import { textReport } from '../reports/text-report.ts'
import { catalogue } from '../text/catalogue.ts'
import { applySigned } from './sign-positions.ts'
import { signingKey } from './signing-key.ts'

/** Writes the stances listed in a file. If the file has errors, prints the errors instead. */
export function recordMeeting(
  written: string,
  invocation: Invocation,
): ExitCode | Promise<ExitCode> {
  const { positionals, values, cwd, folder, day, print } = invocation
  const own = ['withdraw', 'argument', 'lifts-if']
  if (positionals.length > 0 || own.some((option) => values[option] !== undefined))
    throw new UsageError(
      'avec --file, le collectif, les positions et leurs arguments sont dans le fichier : n’ajoutez que --by, --sign, --date ou --dry-run',
      'with --file, the collective, the stances and their arguments are in the file: add --by, --sign, --date or --dry-run only',
    )
  const path = withSlashes(relative(folder, resolve(cwd, written)))
  const text = readTextFile(written, cwd)
  const programme = openProgramme(invocation)
  const ballot = readDocument({ path, text }, 'ballot')
  const { collective = '' } = (ballot.sound ? ballot.head : {}) as { readonly collective?: string }
  const key = ballot.sound ? signingKey(programme, collective, invocation) : null
  const by = values.by === undefined ? (key?.delegate ?? '') : optionText(invocation, 'by')
  const plan = planBallotStances(programme, ballot, { day: day(), ...(by && { by }) })
  const wrong = plan.findings.filter(
    (finding) => finding.path === path && finding.severity === 'error',
  )
  if (wrong.length === 0) return applySigned(plan, programme, key, invocation)
  const findings = wrong.toSorted((a, b) => a.place.start.offset - b.place.start.offset)
  const summary = summaryOf(findings, 1)
  print(textReport({ findings, summary, catalogue, invocation, textOf: () => text }))
  return 1
}
