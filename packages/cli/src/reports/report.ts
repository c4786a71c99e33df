import type { Catalogue, Finding } from '@cahier/core'
import type { Reader, Summary } from '../report-findings.ts'

/** Findings and all that is needed to tell of them, in any format. */
export interface Report {
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

/** Makes `lineOf` of `textOf`: a file is cut into lines once. */
export function linesOf(textOf: (path: string) => string): Report['lineOf'] {
  const known = new Map<string, readonly string[]>()
  return (path, line) => {
    const lines = known.get(path) ?? textOf(path).split(/\r\n|\n|\r/)
    known.set(path, lines)
    return lines[line - 1] ?? ''
  }
}
