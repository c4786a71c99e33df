import { type Catalogue, coreMessages, type Finding } from '@cahier/core'
import { publicationMessages } from '@cahier/export'
import type { Invocation } from './command.ts'
import { summaryOf, textReport } from './report-findings.ts'

/** Prints what publishing has to say of the texts, as `cahier lint` would; nothing when there is nothing. `texts` are those read, by path. */
export function sayFindings(findings: readonly Finding[], texts: ReadonlyMap<string, string>, invocation: Invocation): void {
  if (findings.length === 0) return
  const lines = new Map<string, readonly string[]>()
  const lineOf = (path: string, line: number) => {
    const known = lines.get(path) ?? texts.get(path)?.split(/\r\n|\n|\r/) ?? []
    lines.set(path, known)
    return known[line - 1] ?? ''
  }
  invocation.print(`${textReport(findings, summaryOf(findings, texts.size), CATALOGUE, invocation, lineOf)}\n`)
}

const CATALOGUE: Catalogue = { ...coreMessages, ...publicationMessages }
