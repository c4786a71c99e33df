import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type Asset,
  applyEdits,
  buildProgramme,
  type Document,
  drawingFault,
  type Finding,
  hasGpsPosition,
  type Kind,
  type Language,
  type Programme,
  readDocument,
  type Source,
  sentenceOf,
  sizedCache,
} from '@cahier/core'
import { parseMarkdown } from '@cahier/prose'
import { describe, expect, it } from 'vitest'
import { pageAnchors } from './document/page-anchors.ts'
import type { Surroundings } from './document/surroundings.ts'
import { isFixable } from './engine/is-fixable.ts'
import { lint, lintMessages } from './engine/lint.ts'
import { lintLooseText } from './loose/lint-loose-text.ts'
import { readLooseText } from './loose/read-loose-text.ts'
import { rules } from './rules/index.ts'
import { sampleProgramme } from './sample-programme.ts'

const folder = fileURLToPath(new URL('./rules/', import.meta.url))
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
)

describe('the table of rules and the folder agree', () => {
  it('has one page and one file a rule', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && name !== 'index.ts',
    )
    const ids = rules.map(({ id }) => id).sort()
    expect(pages.map((name) => name.slice(0, -3)).sort()).toEqual(ids)
    expect(files.map((name) => name.slice(0, -3)).sort()).toEqual(ids)
  })
})

for (const page of pages.sort()) {
  describe(page, () => {
    for (const { title, files, said } of examplesOf(readFileSync(folder + page, 'utf8'))) {
      const rule = page.slice(0, -3)
      const isOutside = rules.find(({ id }) => id === rule)?.loose === 'only'
      it(title, () => (isOutside ? checkOutside : check)(rule, files, said))
    }
  })
}

const fixing = new Set<string>()

it('rules with `fixes: true` are those with an edit in an example of their page', () => {
  const named = rules.filter(({ fixes }) => fixes).map(({ id }) => id)
  expect(named.sort()).toEqual([...fixing].sort())
})

/**
 * Lays the example's files over the sample programme and compares what the page's own rule says.
 */
function check(
  rule: string,
  files: readonly Source[],
  said: Readonly<Record<Language, string | null>>,
): void {
  const kept = sampleProgramme.filter(({ path }) => !files.some((file) => file.path === path))
  const isAsset = ({ path }: Source) => path.startsWith('assets/')
  const assets = files.filter(isAsset).map(assetOf)
  const folder = {
    sources: [...kept, ...files.filter((file) => !isAsset(file))],
    assets,
    findings: [],
  }
  const programme = buildProgramme(folder, readOnce)
  const findings = lint(programme, { rule })
  const keep = sizedCache(0)
  const forgetful = buildProgramme(folder, (source, kind) =>
    readDocument(source, kind, parseMarkdown, keep),
  )
  expect(lint(forgetful, { rule }), 'when the tree of one text at a time is kept').toEqual(findings)
  if (findings.some(({ edits = [] }) => edits.length > 0)) fixing.add(rule)
  expectSaid(findings, said)
  expectLevels(rule, findings, programme)
  for (const finding of findings) checkEdits(programme, finding)
}

/**
 * Files of the sample that an example leaves as they are, most of each programme, are read once, as
 * an editor reads those in which nothing is typed.
 */
function readOnce(source: Source, kind: Kind): Document {
  const sample = sampleProgramme.find(
    ({ path, text }) => path === source.path && text === source.text,
  )
  if (sample === undefined) return readDocument(source, kind)
  const document = samples.get(sample) ?? readDocument(source, kind)
  samples.set(sample, document)
  return document
}

const samples = new Map<Source, Document>()

/**
 * Lints the example's files as a folder that is no programme, and compares what the page's own rule
 * says.
 */
function checkOutside(
  rule: string,
  files: readonly Source[],
  said: Readonly<Record<Language, string | null>>,
): void {
  const lintAll = (folder: readonly Source[]) =>
    folder
      .filter(({ path }) => path.endsWith('.md'))
      .flatMap((source) =>
        lintLooseText(readLooseText(source), { rule, surroundings: surroundingsIn(folder) }),
      )
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const findings = lintAll(files)
  if (findings.some(({ edits = [] }) => edits.length > 0)) fixing.add(rule)
  expectSaid(findings, said)
  for (const { path, edits = [] } of findings) {
    if (edits.length === 0) continue
    const fixed = files.map((file) =>
      file.path === path ? { path, text: applyEdits(file.text, edits) } : file,
    )
    expect(lintAll(fixed).length).toBeLessThan(findings.length)
  }
}

function surroundingsIn(files: readonly Source[]): Surroundings {
  const textAt = (path: string) => files.find((file) => file.path === path)
  return {
    isThere: (path) =>
      files.some(
        (file) => file.path === path || file.path.startsWith(path === '' ? '' : `${path}/`),
      ),
    anchorsAt(path) {
      const source = textAt(path)
      return source === undefined ? null : pageAnchors(readLooseText(source))
    },
    namesIn(folder) {
      const start = folder === '' ? '' : `${folder}/`
      return files
        .filter(({ path }) => path.startsWith(start))
        .map(({ path }) => path.slice(start.length).split('/')[0] as string)
    },
  }
}

function expectSaid(
  findings: readonly Finding[],
  said: Readonly<Record<Language, string | null>>,
): void {
  const lines = (language: Language) =>
    findings
      .map(
        (finding) =>
          `${finding.path}:${finding.place.start.line}:${finding.place.start.column} ${finding.severity} ${sentenceOf(finding, lintMessages, language)}`,
      )
      .join('\n')
  expect(lines('fr')).toBe(said.fr ?? '')
  expect(lines('en')).toBe(said.en ?? '')
}

/**
 * A remark is what `--fix` corrects by itself, or what is still to be written or looked at again;
 * all else is for a person to correct.
 */
function expectLevels(id: string, findings: readonly Finding[], { manifest }: Programme): void {
  if (manifest.lint[id] !== undefined || manifest.lintPaths.length > 0) return
  const mayRemind = REMINDERS.has(id) || rules.find((rule) => rule.id === id)?.inDraft !== undefined
  for (const finding of findings)
    if (finding.severity === 'warning')
      expect(isFixable(finding), 'a warning that --fix corrects').toBe(false)
    else if (finding.severity === 'info' && !mayRemind)
      expect(isFixable(finding), 'a remark that --fix does not correct').toBe(true)
}

const REMINDERS: ReadonlySet<string> = new Set([
  'structure/complete',
  'evidence/addressee',
  'evidence/review',
  'evidence/source-age',
])

function assetOf({ path, text }: Source): Asset {
  const still = {
    path,
    size: text.length,
    sha256: '0'.repeat(64),
    mediaType: 'image/png',
    width: 1,
    height: 1,
  }
  const bytes = new TextEncoder().encode(text)
  const active = path.endsWith('.svg') ? drawingFault(bytes) : ''
  return { ...still, ...(active && { active }), ...(hasGpsPosition(bytes) && { located: true }) }
}

/** The edits of a finding make it go, and bring no new error. */
function checkEdits(programme: Programme, finding: Finding): void {
  const edits = finding.edits ?? []
  if (edits.length === 0) return
  const sources = programme.documents.map(({ path, text }) => ({
    path,
    text: path === finding.path ? applyEdits(text, edits) : text,
  }))
  const fixed = buildProgramme({ sources, assets: programme.assets, findings: [] }, readOnce)
  const alike = (found: readonly Finding[]) =>
    found.filter(
      ({ path, message, data }) =>
        path === finding.path &&
        message === finding.message &&
        JSON.stringify(data) === JSON.stringify(finding.data),
    )
  expect(alike(lint(fixed, { rule: finding.rule })).length).toBeLessThan(
    alike(lint(programme, { rule: finding.rule })).length,
  )
  expect(errorsIn(lint(fixed))).toBeLessThanOrEqual(errorsIn(lint(programme)))
}

function errorsIn(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length
}

interface Example {
  readonly title: string
  readonly files: readonly Source[]
  readonly said: Readonly<Record<Language, string | null>>
}

/**
 * An example is a level-2 section of the page: its fences with a path are files, its `text` fences
 * what must be said.
 */
function examplesOf(page: string): readonly Example[] {
  const examples: { title: string; files: Source[]; said: Record<Language, string | null> }[] = []
  for (const node of parseMarkdown(page).children) {
    const last = examples.at(-1)
    if (node.type === 'heading' && node.depth === 2)
      examples.push({
        title: page.slice((node.position?.start.offset ?? 0) + 3, node.position?.end.offset),
        files: [],
        said: { fr: null, en: null },
      })
    else if (node.type === 'code' && last !== undefined) {
      if (node.lang === 'text') last.said[node.meta === 'en' ? 'en' : 'fr'] = node.value
      else if (node.meta) last.files.push({ path: node.meta, text: `${node.value}\n` })
    }
  }
  return examples
}
