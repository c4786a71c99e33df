import { type Catalogue, coreMessages, type Finding } from '@cahier/core'
import { publicationMessages } from '@cahier/export'
import type { Invocation } from './command.ts'
import { linesOf } from './reports/report.ts'
import { summaryOf } from './reports/summary.ts'
import { textReport } from './reports/text-report.ts'

/**
 * Prints what publishing has to say of the texts, as `cahier lint` would; nothing when there is
 * nothing. `texts` are those read, by path.
 */
export function sayFindings(
  findings: readonly Finding[],
  texts: ReadonlyMap<string, string>,
  invocation: Invocation,
): void {
  if (findings.length === 0) return
  const lineOf = linesOf((path) => texts.get(path) ?? '')
  const summary = summaryOf(findings, texts.size)
  invocation.print(
    `${textReport({ findings, summary, catalogue: CATALOGUE, invocation, lineOf })}\n`,
  )
}

const CATALOGUE: Catalogue = { ...coreMessages, ...publicationMessages }
