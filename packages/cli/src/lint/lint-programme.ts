import type { Document, Finding, Programme, Source } from '@cahier/core'
import { type Folder, readFilesWith } from '@cahier/core/read-files'
import {
  EVERYTHING,
  type FindingFilter,
  isFixable,
  type LintScope,
  lint,
  planFixes,
  type Settings,
  settingsOf,
  textFindings,
} from '@cahier/lint'
import type { Invocation } from '../command.ts'
import { listProgramme, programmeToVisit } from '../programme/open.ts'
import { parserFor } from '../programme/parser.ts'
import { type FindingsCache, inputsOfDocument, openCache } from './cache.ts'
import { type LintResult, lintRequest, textsOf } from './lint-request.ts'

/** Lints the programme of the working folder, or only the paths that `includes` selects. */
export async function lintFolder(
  invocation: Invocation,
  includes: (path: string) => boolean,
): Promise<LintResult> {
  const { values, folder, day } = invocation
  const { rule, fixes, since } = lintRequest(invocation)
  const read = await readProgramme(invocation)
  const { sources } = read
  const parse = parserFor(sources.filter(({ path }) => includes(path)))
  const programme = programmeToVisit(read, parse, invocation)
  const scope = { rule, day: day(), includes }
  const isNew =
    since === null
      ? EVERYTHING
      : (await import('./since.ts')).newFindingsSince(folder, since, scope, invocation)
  const cache = openCache<readonly Finding[]>(values, folder)
  const result = lintProgramme({ programme, folder, sources }, scope, fixes && isNew, cache)
  return { ...result, findings: isNew(result.findings, textsOf(result)) }
}

async function readProgramme(invocation: Invocation): Promise<Folder> {
  const findings: Finding[] = []
  const files = listProgramme(invocation, findings)
  const hasAssets = files.some(({ path }) => path.startsWith('assets/'))
  return readFilesWith(
    files,
    findings,
    hasAssets ? (await import('@cahier/core/describe-asset')).describeAsset : null,
  )
}

/**
 * Lints a programme, or the part in scope. `fixes` selects the findings to fix before the report;
 * null fixes none.
 */
export function lintProgramme(
  {
    programme,
    sources,
    folder,
  }: { programme: Programme; sources: readonly Source[]; folder: string },
  scope: LintScope,
  fixes: FindingFilter | null,
  cache: FindingsCache<readonly Finding[]>,
): LintResult {
  const includes = scope.includes ?? (() => true)
  const documents = new Map(programme.documents.map((document) => [document.path, document]))
  const files = programme.documents.filter(({ path }) => includes(path)).length
  const textBefore = (path: string) => documents.get(path)?.text ?? ''
  const planned = fixes && planFixes(programme, scope, fixes)
  const findings = planned?.remaining ?? findIn(programme, sources, scope, cache)
  return { folder, findings, files, textBefore, isFixable, fixes: planned }
}

// The cache has one entry for the run, valid while no text changes. Each text also has an entry,
// for the rules that read only one text.
function findIn(
  programme: Programme,
  sources: readonly Source[],
  scope: LintScope,
  cache: FindingsCache<readonly Finding[]>,
): readonly Finding[] {
  const run = inputsOfRun(programme, sources, scope)
  const known = cache.get(run)
  if (known !== undefined) return known
  const findings = lint(programme, {
    ...scope,
    textFindings(document, settings) {
      const inputs = inputsOfDocument(document, settings)
      const cached = cache.get(inputs)
      if (cached !== undefined) return cached
      const found = textFindings(document, settings)
      cache.set(inputs, found)
      return found
    },
  })
  cache.set(run, findings)
  cache.save()
  return findings
}

// Sorted, because the order of reading must not change the cache key.
function inputsOfRun(
  programme: Programme,
  sources: readonly Source[],
  scope: LintScope,
): readonly string[] {
  const { day = '', rule = '', includes = () => true } = scope
  const { assets, folderFindings, documents } = programme
  const paths = [...documents, ...assets].map(({ path }) => path).filter(includes)
  const settings = JSON.stringify([day, rule, paths.sort(), assets, folderFindings])
  const sorted = [...sources].sort((a, b) => (a.path < b.path ? -1 : 1))
  return ['programme', settings, ...sorted.flatMap(({ path, text }) => [path, text])]
}

/** Lets the language server read and write the cache of `cahier lint`. */
export function editorCache(root: string) {
  const cache = openCache<readonly Finding[]>({}, root)
  return {
    recall: (programme: Programme, sources: readonly Source[], day: string) =>
      cache.get(inputsOfRun(programme, sources, { day })),
    recallText: (document: Document, settings: Settings) =>
      cache.get(inputsOfDocument(document, settings)),
    keep(
      programme: Programme,
      sources: readonly Source[],
      day: string,
      findings: readonly Finding[],
      ofText: (document: Document) => readonly Finding[],
    ) {
      const settings = settingsOf(programme.manifest)
      for (const document of programme.documents)
        cache.set(inputsOfDocument(document, settings), ofText(document))
      cache.set(inputsOfRun(programme, sources, { day }), findings)
      cache.save()
    },
  }
}
