import { buildProgramme, type Document, type Finding, keptWith, type Programme, type Source } from '@cahier/core'
import { isFixable, type LintScope, lint, planFixes, type Settings, settingsOf, textFindings, type Wanted } from '@cahier/lint'
import type { LintMemory } from './lint-memory.ts'
import type { Linted } from './linted.ts'
import { type Part, textsOf } from './sum-of.ts'

/** A programme, and how it was read. */
export interface ReadProgramme {
  readonly programme: Programme
  readonly folder: string
  /** All the texts that it was built from, by which a memory knows it again. */
  readonly sources: readonly Source[]
}

/** Lints a programme, or the part of it in scope; mends it first of what `mends` wants, `null` for nothing. Nothing is written. */
export function lintFolder(
  { programme, folder, sources }: ReadProgramme,
  scope: LintScope,
  mends: Wanted | null,
  memory: LintMemory,
): Linted {
  const includes = scope.includes ?? (() => true)
  const documents = new Map(programme.documents.map((document) => [document.path, document]))
  const files = programme.documents.filter(({ path }) => includes(path)).length
  const textOf = (path: string) => documents.get(path)?.text ?? ''
  if (mends === null) {
    const findings = memory.ofRun(inputsOf(programme, scope, sources), () => findIn(programme, scope, memory))
    return { folder, findings, files, textOf, textBefore: textOf, isFixable, fixes: null }
  }
  const fixes = planFixes(programme, scope, mends)
  return {
    folder,
    findings: fixes.left,
    files,
    textOf: (path) => fixes.texts.get(path) ?? textOf(path),
    textBefore: textOf,
    isFixable,
    fixes,
  }
}

/** All that the findings of a programme depend on, whatever the order in which its files were read. */
export function* inputsOf({ documents, assets, folderFindings }: Programme, scope: LintScope, sources: readonly Source[]): Iterable<Part> {
  const { day = '', rule = '', includes = () => true } = scope
  const paths = documents.map(({ path }) => path).filter(includes)
  yield JSON.stringify(['programme', day, rule, paths.sort(), assets, folderFindings])
  yield* assets.map(({ path }) => `${path} ${includes(path)}`)
  yield* textsOf([...sources].sort((a, b) => (a.path < b.path ? -1 : 1)))
}

/** All that what is said of a text by itself depends on; the text is not asked for before it is wanted. */
export function* inputsOfText(document: Document, settings: Settings): Iterable<string> {
  yield* ['text', document.path, document.kind, document.text, asWritten(settings)]
}

const asWritten = keptWith((settings: Settings): string => JSON.stringify(settings))

function findIn(programme: Programme, scope: LintScope, memory: LintMemory): readonly Finding[] {
  const settings = settingsOf(programme.manifest)
  return lint(programme, {
    ...scope,
    textFindings(document) {
      const { known, keep } = memory.ofText<readonly Finding[]>(inputsOfText(document, settings))
      const findings = known ?? textFindings(document, settings)
      keep(findings)
      return findings
    },
  })
}

/** A programme in which one file has another text, or is there at last: what an editor has not saved yet. */
export function programmeWithText(programme: Programme, path: string, text: string): Programme {
  const others = programme.documents.filter((document) => document.path !== path)
  const sources = [
    ...others.map((document) => ({ path: document.path, text: document.text })),
    ...programme.records,
    ...programme.signatures,
  ]
  return buildProgramme({ sources: [...sources, { path, text }], assets: programme.assets, findings: [] })
}
