import {
  asSentence,
  type Catalogue,
  type Finding,
  type Language,
  type Severity,
  sentenceOf,
  typeset,
} from '@cahier/core'
import { pathInside } from '@cahier/core/path-inside'
import type { Invocation } from '../command.ts'

/** Who a report is for, and where: paths are shown from `cwd`. */
export type Reader = Pick<Invocation, 'language' | 'folder' | 'cwd' | 'terminal'>

/** Findings and all that is needed to tell of them, in any format. */
export interface Report {
  /** Who tells them. */
  readonly verb: 'lint' | 'check'
  readonly findings: readonly Finding[]
  readonly summary: Summary
  readonly catalogue: Catalogue
  /** Whether `--fix`, as it was or would be asked, may fix a finding. */
  readonly isFixable?: (finding: Finding) => boolean
  /** `folder` is what the findings' paths are relative to. */
  readonly invocation: Reader
  readonly textOf: (path: string) => string
  /** A line of a file, from 1, without its end. */
  readonly lineOf: (path: string, line: number) => string
  /** The page of a rule, in both languages. */
  readonly pageOf: (rule: string) => Promise<string>
}

/**
 * Makes `lineOf` of `textOf`, or of the UTF-8 of a text where `bytesOf` has it: no more of it is
 * decoded than the lines asked for. Findings come file by file, and down each: where the last line
 * asked for stands is kept, of the last file.
 */
export function linesOf(
  textOf: (path: string) => string,
  bytesOf: (path: string) => Uint8Array | undefined = () => undefined,
): Report['lineOf'] {
  let known: { readonly path: string; readonly lineAt: (line: number) => string } | undefined
  return (path, line) => {
    if (known?.path !== path)
      known = { path, lineAt: linesIn(bytesOf(path) ?? new TextEncoder().encode(textOf(path))) }
    return known.lineAt(line)
  }
}

function linesIn(bytes: Uint8Array): (line: number) => string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (text.includes(RETURN)) {
    const lines = text.toString('utf8').split(/\r\n|\n|\r/)
    return (line) => lines[line - 1] ?? ''
  }
  let reached = 1
  let start = 0
  let decoded: { readonly line: number; readonly text: string } | undefined
  return (line) => {
    // A long line may hold thousands of findings: it is decoded once.
    if (decoded?.line === line) return decoded.text
    if (line < reached) {
      reached = 1
      start = 0
    }
    for (; reached < line; reached++) {
      const end = text.indexOf(NEW_LINE, start)
      if (end < 0) return ''
      start = end + 1
    }
    const end = text.indexOf(NEW_LINE, start)
    decoded = { line, text: text.toString('utf8', start, end < 0 ? text.length : end) }
    return decoded.text
  }
}

const NEW_LINE = 10
const RETURN = 13

/** How many findings of each severity, and in how many files read. */
export interface Summary {
  readonly error: number
  readonly warning: number
  readonly info: number
  readonly files: number
}

export function summaryOf(findings: readonly Finding[], files: number): Summary {
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info'), files }
}

/** Whether there are more findings than one reads one by one. */
export function isLong({ error, warning, info }: Summary): boolean {
  return error + warning + info > 50
}

/** The sentence of a finding, as it is printed. */
export function messageOf(finding: Finding, catalogue: Catalogue, language: Language): string {
  return typeset(asSentence(sentenceOf(finding, catalogue, language)), language)
}

/**
 * The same reader, sitting where a forge reads paths from: at the root of the repository it took
 * out, when the command runs below it.
 */
export function atForgeRoot<R extends Reader>(reader: R, root: string | undefined): R {
  return root === undefined || root === '' || pathInside(root, reader.cwd) === null
    ? reader
    : { ...reader, cwd: root }
}

/** The colour of each severity. */
export const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const
