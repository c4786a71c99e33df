import { type Catalogue, coreMessages, type Finding } from '@cahier/core'
import { publicationMessages } from '@cahier/export'
import type { Invocation } from './command.ts'
import { summaryOf, textReport } from './report-findings.ts'
import { linesOf } from './reports/report.ts'

/** Prints what publishing has to say of the texts, as `cahier lint` would; nothing when there is nothing. `texts` are those read, by path. */
export function sayFindings(findings: readonly Finding[], texts: ReadonlyMap<string, string>, invocation: Invocation): void {
  if (findings.length === 0) return
  const lineOf = linesOf((path) => texts.get(path) ?? '')
  invocation.print(`${textReport(findings, summaryOf(findings, texts.size), CATALOGUE, invocation, lineOf)}\n`)
}

const CATALOGUE: Catalogue = { ...coreMessages, ...publicationMessages }
