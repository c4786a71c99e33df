import type { Source } from '@cahier/core'
import { lintLooseText, planLooseFixes, readLooseText } from '@cahier/lint'
import type { Parser } from '@cahier/prose'
import { type LintMemory, NO_MEMORY } from './lint-memory.ts'
import type { Linted } from './linted.ts'
import type { LooseFiles } from './loose-files.ts'
import { textsOf } from './open-memory.ts'

/**
 * Lints Markdown files that belong to no programme, read with the given parser; mends them first when asked to, verified with the reference. `rule` is `''` for
 * all of them. Nothing is written.
 */
export function lintLoose(
  { folder, sources, findings: unread }: LooseFiles,
  rule: string,
  mends: boolean,
  parse: Parser,
  memory: LintMemory = NO_MEMORY,
): Linted {
  const texts = new Map(sources.map(({ path, text }) => [path, text]))
  const files = sources.length
  const own = rule === '' || rule === 'structure/folder' ? unread : []
  const textOf = (path: string) => texts.get(path) ?? ''
  if (!mends) {
    const inputs = function* () {
      yield JSON.stringify(['loose', rule, own])
      yield* textsOf(sources)
    }
    const find = (source: Source) =>
      memory.ofText(['loose', rule, source.path, source.text], () => lintLooseText(readLooseText(source, parse), rule))
    const findings = memory.ofRun(inputs(), () => inOrder([...own, ...sources.flatMap(find)]))
    return { folder, findings, files, textOf, textBefore: textOf, fixes: null }
  }
  const fixes = planLooseFixes(sources, rule, parse)
  return {
    folder,
    findings: inOrder([...own, ...fixes.left]),
    files,
    textOf: (path) => fixes.texts.get(path) ?? textOf(path),
    textBefore: textOf,
    fixes,
  }
}

// Each file's own are in order already.
function inOrder(findings: Linted['findings']): Linted['findings'] {
  return [...findings].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
