import { buildProgramme, type Programme } from '@cahier/core'
import { type LintScope, lint, planFixes } from '@cahier/lint'
import type { Linted } from './linted.ts'

/** Lints a programme, or the part of it in scope; mends it first when asked to. Nothing is written. */
export function lintFolder(programme: Programme, folder: string, scope: LintScope, mends: boolean): Linted {
  const includes = scope.includes ?? (() => true)
  const texts = new Map(programme.documents.map(({ path, text }) => [path, text]))
  const files = programme.documents.filter(({ path }) => includes(path)).length
  const textOf = (path: string) => texts.get(path) ?? ''
  if (!mends) return { folder, findings: lint(programme, scope), files, textOf, textBefore: textOf, fixes: null }
  const fixes = planFixes(programme, scope)
  return { folder, findings: fixes.left, files, textOf: (path) => fixes.texts.get(path) ?? textOf(path), textBefore: textOf, fixes }
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
