import type { FileSource, Source } from '@cahier/core'
import { planLooseFixes } from '@cahier/lint'
import type { Parser } from '@cahier/prose'
import { type LintMemory, NO_MEMORY } from './lint-memory.ts'
import type { Linted } from './linted.ts'
import type { LooseFiles } from './loose-files.ts'
import { callHelpers } from './text-helpers.ts'
import { findingsIn, type JobText, type TextJob } from './text-job.ts'

/**
 * Lints Markdown files that belong to no programme, mends them first when asked to, verified with the reference. `rule` is `''` for all of them. The parser is
 * asked for with the texts that have to be read: those of which nothing is remembered. Nothing is written.
 */
export async function lintLoose(
  { folder, sources, findings: unread }: LooseFiles,
  rule: string,
  mends: boolean,
  parserFor: (sources: readonly FileSource[]) => Parser,
  memory: LintMemory = NO_MEMORY,
): Promise<Linted> {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const files = sources.length
  const own = rule === '' || rule === 'structure/folder' ? unread : []
  const textOf = (path: string) => byPath.get(path)?.text ?? ''
  if (!mends) {
    const findings = inOrder([...own, ...(await findIn(sources, rule, parserFor, memory))])
    return { folder, findings, files, textOf, textBefore: textOf, fixes: null }
  }
  const fixes = planLooseFixes(sources.map(asJobText), rule, parserFor(sources))
  return {
    folder,
    findings: inOrder([...own, ...fixes.left]),
    files,
    textOf: (path) => fixes.texts.get(path) ?? textOf(path),
    textBefore: textOf,
    fixes,
  }
}

async function findIn(
  sources: readonly FileSource[],
  rule: string,
  parserFor: (sources: readonly FileSource[]) => Parser,
  memory: LintMemory,
): Promise<Linted['findings']> {
  const job: TextJob = { kind: 'loose', rule }
  const texts = sources.map((source) => ({ source, remembered: memory.ofText(['loose', rule, source.path, source.bytes]) }))
  const unknown = texts.flatMap(({ source, remembered }) => (remembered.known === undefined ? [source] : []))
  const parse = parserFor(unknown)
  const found = await callHelpers(unknown.map(unmade), job, parse)?.join()
  const findings = texts.flatMap(({ source, remembered }) => {
    const its = remembered.known ?? found?.get(source.path) ?? findingsIn(asJobText(source), job, parse)
    remembered.keep(its)
    return its
  })
  memory.keepTexts()
  return findings
}

// Not asked for its text until it is wanted: each time, it is made of its bytes.
function unmade(source: Source): JobText {
  return {
    path: source.path,
    kind: null,
    get text() {
      return source.text
    },
  }
}

function asJobText({ path, text }: Source): JobText {
  return { path, kind: null, text }
}

// Each file's own are in order already.
function inOrder(findings: Linted['findings']): Linted['findings'] {
  return [...findings].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
