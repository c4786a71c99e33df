import type { Source } from '@cahier/core'
import { planLooseFixes } from '@cahier/lint'
import type { Parser } from '@cahier/prose'
import { type LintMemory, NO_MEMORY } from './lint-memory.ts'
import type { Linted } from './linted.ts'
import type { LooseFiles } from './loose-files.ts'
import { textsOf } from './open-memory.ts'
import { callHelpers } from './text-helpers.ts'
import { findingsIn, type JobText, type TextJob } from './text-job.ts'

/**
 * Lints Markdown files that belong to no programme, read with the given parser; mends them first when asked to, verified with the reference. `rule` is `''` for
 * all of them. Nothing is written.
 */
export async function lintLoose(
  { folder, sources, findings: unread }: LooseFiles,
  rule: string,
  mends: boolean,
  parse: Parser,
  memory: LintMemory = NO_MEMORY,
): Promise<Linted> {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const files = sources.length
  const own = rule === '' || rule === 'structure/folder' ? unread : []
  const textOf = (path: string) => byPath.get(path)?.text ?? ''
  if (!mends) {
    const inputs = function* () {
      yield JSON.stringify(['loose', rule, own])
      yield* textsOf(sources)
    }
    const job: TextJob = { kind: 'loose', rule }
    // Neither asks for a text until it is wanted: each time, it is made of its bytes.
    const key = function* (source: Source) {
      yield* ['loose', rule, source.path, source.text]
    }
    const unmade = (source: Source): JobText => ({
      path: source.path,
      kind: null,
      get text() {
        return source.text
      },
    })
    const findings = await memory.ofRun(inputs(), async () => {
      const unknown = sources.filter((source) => memory.recallText(key(source)) === undefined)
      const found = await callHelpers(unknown.map(unmade), job, parse)?.join()
      const find = (source: Source) => {
        const text = asJobText(source)
        return memory.ofText(key(text), () => found?.get(text.path) ?? findingsIn(text, job, parse))
      }
      return inOrder([...own, ...sources.flatMap(find)])
    })
    return { folder, findings, files, textOf, textBefore: textOf, fixes: null }
  }
  const fixes = planLooseFixes(sources.map(asJobText), rule, parse)
  return {
    folder,
    findings: inOrder([...own, ...fixes.left]),
    files,
    textOf: (path) => fixes.texts.get(path) ?? textOf(path),
    textBefore: textOf,
    fixes,
  }
}

function asJobText({ path, text }: Source): JobText {
  return { path, kind: null, text }
}

// Each file's own are in order already.
function inOrder(findings: Linted['findings']): Linted['findings'] {
  return [...findings].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
