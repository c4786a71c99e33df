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

/** Where a report is shown, and in which language. Paths are relative to `cwd`. */
export type Reader = Pick<Invocation, 'language' | 'folder' | 'cwd' | 'terminal'>

/** Findings, with what the formats need to show them. */
export interface Report {
  readonly verb: 'lint' | 'check'
  readonly findings: readonly Finding[]
  readonly summary: Summary
  readonly catalogue: Catalogue
  /** Whether `--fix`, with the options of this run, may fix a finding. */
  readonly isFixable?: (finding: Finding) => boolean
  /** Paths of findings are relative to its `folder`. */
  readonly invocation: Reader
  readonly textOf: (path: string) => string
  /** A line of a file, from 1, without its end. */
  readonly lineOf: (path: string, line: number) => string
  /** The page of a rule, in both languages. */
  readonly pageOf: (rule: string) => Promise<string>
}

/**
 * Makes `lineOf` from the bytes of a text, if known, else from the text. Decodes only the lines
 * asked for. Fastest file by file, downwards.
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
    // A long line may have thousands of findings.
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

/** The number of findings of each severity, and of files read. */
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

/** True for too many findings to read one by one. */
export function hasManyFindings({ error, warning, info }: Summary): boolean {
  return error + warning + info > 50
}

export function messageOf(finding: Finding, catalogue: Catalogue, language: Language): string {
  return typeset(asSentence(sentenceOf(finding, catalogue, language)), language)
}

/**
 * The reader with paths shown from `root`, where a forge checks out the repository; unchanged when
 * it does not run below.
 */
export function atForgeRoot<R extends Reader>(reader: R, root: string | undefined): R {
  return root === undefined || root === '' || pathInside(root, reader.cwd) === null
    ? reader
    : { ...reader, cwd: root }
}

export const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const
