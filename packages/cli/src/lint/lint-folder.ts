import { buildProgramme, type Programme, type Source } from '@cahier/core'
import { type LintScope, lint, planFixes, textFindings } from '@cahier/lint'
import { type LintMemory, NO_MEMORY } from './lint-memory.ts'
import type { Linted } from './linted.ts'
import { textsOf } from './open-memory.ts'

/**
 * Lints a programme, or the part of it in scope; mends it first when asked to. Nothing is written. With a memory, `sources` are all the texts that the
 * programme was built from.
 */
export function lintFolder(
  programme: Programme,
  folder: string,
  scope: LintScope,
  mends: boolean,
  memory: LintMemory = NO_MEMORY,
  sources: readonly Source[] = [],
): Linted {
  const includes = scope.includes ?? (() => true)
  const texts = new Map(programme.documents.map(({ path, text }) => [path, text]))
  const files = programme.documents.filter(({ path }) => includes(path)).length
  const textOf = (path: string) => texts.get(path) ?? ''
  if (!mends) {
    const findings = memory.ofRun(inputsOf(programme, scope, sources), () =>
      lint(programme, { ...scope, textFindings: remembering(memory) }),
    )
    return { folder, findings, files, textOf, textBefore: textOf, fixes: null }
  }
  const fixes = planFixes(programme, scope)
  return { folder, findings: fixes.left, files, textOf: (path) => fixes.texts.get(path) ?? textOf(path), textBefore: textOf, fixes }
}

function* inputsOf({ documents, assets, folderFindings }: Programme, scope: LintScope, sources: readonly Source[]): Iterable<string> {
  const { day = '', rule = '', includes = () => true } = scope
  yield JSON.stringify(['programme', day, rule, documents.map(({ path }) => path).filter(includes), assets, folderFindings])
  yield* assets.map(({ path }) => `${path} ${includes(path)}`)
  yield* textsOf(sources)
}

function remembering(memory: LintMemory): typeof textFindings {
  return (document, settings) =>
    memory.ofText(['text', document.path, document.kind, document.text, JSON.stringify(settings)], () => textFindings(document, settings))
}

/** A programme in which one file has another text, or is there at last: what an editor has not saved yet. */
export function withText(programme: Programme, path: string, text: string): Programme {
  const others = programme.documents.filter((document) => document.path !== path)
  const sources = [
    ...others.map((document) => ({ path: document.path, text: document.text })),
    ...programme.records,
    ...programme.signatures,
  ]
  return buildProgramme({ sources: [...sources, { path, text }], assets: programme.assets, findings: [] })
}
