import type { Catalogue, Finding } from '@cahier/core'
import type { Reader, Summary } from '../report-findings.ts'

/** Findings and all that is needed to tell of them, in any format. */
export interface Report {
  /** Who tells them. */
  readonly verb: 'lint' | 'check'
  readonly findings: readonly Finding[]
  readonly summary: Summary
  readonly catalogue: Catalogue
  /** `folder` is what the findings' paths are relative to. */
  readonly invocation: Reader
  readonly textOf: (path: string) => string
  /** A line of a file, from 1, without its end. */
  readonly lineOf: (path: string, line: number) => string
  /** The page of a rule, in both languages. */
  readonly pageOf: (rule: string) => Promise<string>
}

/** Makes `lineOf` of `textOf`. Findings come file by file, and down each: where the last line asked for stands is kept, of the last file. */
export function linesOf(textOf: (path: string) => string): Report['lineOf'] {
  let known: { readonly path: string; readonly lineAt: (line: number) => string } | undefined
  return (path, line) => {
    if (known?.path !== path) known = { path, lineAt: linesIn(textOf(path)) }
    return known.lineAt(line)
  }
}

function linesIn(text: string): (line: number) => string {
  if (text.includes('\r')) {
    const lines = text.split(/\r\n|\n|\r/)
    return (line) => lines[line - 1] ?? ''
  }
  let reached = 1
  let start = 0
  return (line) => {
    if (line < reached) {
      reached = 1
      start = 0
    }
    for (; reached < line; reached++) {
      const end = text.indexOf('\n', start)
      if (end < 0) return ''
      start = end + 1
    }
    const end = text.indexOf('\n', start)
    return text.slice(start, end < 0 ? text.length : end)
  }
}
