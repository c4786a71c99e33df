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

/** Makes `lineOf` of `textOf`. The lines of one file are kept, the last one asked for: findings come file by file. */
export function linesOf(textOf: (path: string) => string): Report['lineOf'] {
  let known: { readonly path: string; readonly lines: readonly string[] } | undefined
  return (path, line) => {
    if (known?.path !== path) known = { path, lines: textOf(path).split(/\r\n|\n|\r/) }
    return known.lines[line - 1] ?? ''
  }
}
