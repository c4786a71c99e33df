import { createHash } from 'node:crypto'
import {
  asSentence,
  type Catalogue,
  type Finding,
  type Severity,
  sentenceOf,
  typeset,
} from '@cahier/core'
import { pathInside } from '@cahier/core/path-inside'
import type { Invocation } from '../command.ts'
import { paint } from '../terminal/terminal.ts'
import { shownPath } from '../text/shown-path.ts'

export interface Report {
  readonly command: 'lint' | 'check'
  readonly findings: readonly Finding[]
  readonly summary: Summary
  readonly catalogue: Catalogue
  /** Whether `--fix`, with the options of this run, may fix a finding. */
  readonly isFixable?: (finding: Finding) => boolean
  /** Findings have paths relative to `folder`; the report shows them relative to `cwd`. */
  readonly invocation: Pick<Invocation, 'language' | 'folder' | 'cwd' | 'terminal'>
  readonly textOf: (path: string) => string
  readonly pageOf: (rule: string) => Promise<string>
}

/** One finding replaces all the fixable `info` findings of a file. This is its rule name. */
export const FIXABLE_SUMMARY_RULE = 'cahier lint --fix'

/** Returns a function that gives a line of a file by its number, from 1. */
export function linesOf(textOf: (path: string) => string): (path: string, line: number) => string {
  let known: { readonly path: string; readonly lines: readonly string[] } | undefined
  return (path, line) => {
    if (known?.path !== path) known = { path, lines: textOf(path).split(/\r\n|\n|\r/) }
    return known.lines[line - 1] ?? ''
  }
}

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

export function hasManyFindings({ error, warning, info }: Summary): boolean {
  return error + warning + info > 50
}

export interface ShownFinding extends Finding {
  readonly sentence: string
  readonly shown: string
}

/**
 * Returns a function that adds a sentence and a shown path to a finding. Shown paths start at
 * `root` (the folder of a CI job) or, without `root`, at the working folder.
 */
export function shownBy(
  { catalogue, invocation }: Pick<Report, 'catalogue' | 'invocation'>,
  root = '',
): (finding: Finding) => ShownFinding {
  const { language, folder, cwd } = invocation
  const from = root === '' || pathInside(root, cwd) === null ? cwd : root
  return (finding) => ({
    ...finding,
    sentence: typeset(asSentence(sentenceOf(finding, catalogue, language)), language),
    shown: shownPath(finding.path, { folder, cwd: from }),
  })
}

/** The name of a severity, in its colour. */
export function severityLabel(
  severity: Severity,
  { language, terminal }: Pick<Invocation, 'language' | 'terminal'>,
): string {
  return paint(LABELS[language][severity], COLOURS[severity], terminal)
}

const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const

const LABELS = {
  fr: { error: 'erreur', warning: 'attention', info: 'remarque' },
  en: { error: 'error', warning: 'warning', info: 'remark' },
} as const

/** One hash per finding, in order. A finding keeps its hash when its line moves in the file. */
export function fingerprintsOf(
  findings: readonly Finding[],
  textOf: (path: string) => string,
): readonly string[] {
  const lineOf = linesOf(textOf)
  const seen = new Map<string, number>()
  return findings.map(({ path, rule, message, place }) => {
    const key = JSON.stringify([path, rule, message, lineOf(path, place.start.line).trim()])
    const rank = seen.get(key) ?? 0
    seen.set(key, rank + 1)
    return createHash('sha256').update(`${key}${rank}`).digest('hex')
  })
}
