import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildProgramme, type Finding, type Source, sourceOf } from '@cahier/core'
import { parseMarkdown } from '@cahier/prose'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lintFolder } from './lint-folder.ts'
import { lintLoose } from './lint-loose.ts'
import { type LintMemory, lintMemory, NO_MEMORY } from './lint-memory.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cahier-memory-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const openMemory = () => lintMemory(folder, '/place', 'build')

const BEGINNING: readonly Source[] = [
  { path: 'programme.yaml', text: 'title: Essai\nlanguage: fr-FR\naxes: [services]\n' },
  { path: 'axes/services/axis.md', text: '---\ntitle: Services\n---\n\nUn axe.\n' },
  {
    path: 'axes/services/guichet.md',
    text: '---\ntitle: Ouvrir un guichet\n---\n\n## Motifs\n\nC’est utile : voir [la suite](suite.md).\n',
  },
  { path: 'axes/services/suite.md', text: '---\ntitle: Ouvrir la suite\n---\n\n## Motifs\n\nRien de plus.\n' },
]

const anyEdit = fc.record({
  file: fc.nat({ max: BEGINNING.length - 1 }),
  at: fc.nat({ max: 200 }),
  cut: fc.nat({ max: 4 }),
  put: fc.constantFrom('', ' ', '...', ' !', '\n\n', 'mot mot ', '# ', '« ', '[a](b.md)', '[s](suite.md#motifs)', '<b>', 'fr-CA', '\n'),
  /** A file that goes, or comes back. */
  comesOrGoes: fc.boolean(),
})

function edited(
  sources: readonly Source[],
  { file, at, cut, put, comesOrGoes }: { file: number; at: number; cut: number; put: string; comesOrGoes: boolean },
): readonly Source[] {
  const beginning = BEGINNING[file] as Source
  if (comesOrGoes) {
    const others = sources.filter(({ path }) => path !== beginning.path)
    return others.length < sources.length ? others : [...sources, beginning]
  }
  return sources.map((source) => {
    const place = at % (source.text.length + 1)
    return source.path === beginning.path ? { ...source, text: source.text.slice(0, place) + put + source.text.slice(place + cut) } : source
  })
}

function asProgramme(sources: readonly Source[], memory: LintMemory): readonly Finding[] {
  const programme = buildProgramme({ sources, assets: [], findings: [] })
  return lintFolder({ programme, folder: '/place', sources }, { day: '2025-03-01' }, null, memory).findings
}

function asLoose(sources: readonly Source[], memory: LintMemory): readonly Finding[] {
  const texts = sources.filter(({ path }) => path.endsWith('.md')).map(({ path, text }) => sourceOf(path, Buffer.from(text)))
  const asked = { rule: '', mends: null, follows: true }
  return lintLoose({ folder: '/place', sources: texts, hidden: [], findings: [] }, asked, () => parseMarkdown, memory).findings
}

it.each([
  ['a programme', asProgramme],
  ['loose texts', asLoose],
])('whatever is edited, %s is found with a memory what is found without', { timeout: 60_000 }, (_what, lintAll) => {
  const property = fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (edits) => {
    let sources = BEGINNING
    for (const edit of [null, ...edits, null]) {
      if (edit !== null) sources = edited(sources, edit)
      expect(lintAll(sources, openMemory())).toEqual(lintAll(sources, NO_MEMORY))
    }
  })
  fc.assert(property, { numRuns: 12 })
})

it('what has not changed is not looked for again', () => {
  let looked = 0
  const look = () => {
    looked++
    return []
  }
  openMemory().ofRun(['a', 'b'], look)
  openMemory().ofRun(['a', 'b'], look)
  expect(looked).toBe(1)
  openMemory().ofRun(['ab', ''], look)
  lintMemory(folder, '/place', 'another build').ofRun(['a', 'b'], look)
  expect(looked).toBe(3)
})

it('of the texts of a run, those that have not changed are known to the next, and no others', () => {
  const known = (path: string, text: string) =>
    openMemory().ofText<{ readonly findings: readonly Finding[] }>(['loose', '', path, text]).known
  asLoose(BEGINNING, openMemory())
  const { path, text } = BEGINNING[2] as Source
  expect(known(path, text)?.findings).toHaveLength(1)
  expect(known(path, `${text}\n`)).toBeUndefined()
  expect(known('axes/services/autre.md', text)).toBeUndefined()
  asLoose(BEGINNING.slice(0, 2), openMemory())
  expect(known(path, text)).toBeUndefined()
})

it('of a text that has not changed, what it says of others is looked for again once these have', () => {
  const [, , linking, linked] = BEGINNING as [Source, Source, Source, Source]
  const toHeading = { ...linking, text: linking.text.replace('suite.md', 'suite.md#motifs') }
  const broken = (sources: readonly Source[]) =>
    asLoose(sources, openMemory())
      .filter(({ rule }) => rule === 'reference/file')
      .map(({ message }) => message)
  expect(broken([toHeading, linked])).toEqual([])
  expect(broken([toHeading])).toEqual(['missing'])
  expect(broken([toHeading, linked])).toEqual([])
  expect(broken([toHeading, { ...linked, text: linked.text.replace('Motifs', 'Raisons') }])).toEqual(['anchor'])
  expect(broken([toHeading, linked])).toEqual([])
})

it.each([
  ['cut', (content: string) => content.slice(0, -3)],
  ['changed by another hand', (content: string) => content.replace('Motifs', 'Motif').replace('[', '[{},')],
  ['no text', () => '\0\uFFFD'],
  ['empty', () => ''],
])('a file that is %s is as good as none', (_how, damage) => {
  const found = asLoose(BEGINNING, openMemory())
  expect(found).not.toEqual([])
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), damage(readFileSync(join(folder, name), 'utf8')))
  expect(asLoose(BEGINNING, openMemory())).toEqual(found)
})

it('where nothing can be written, all is found all the same', () => {
  const nowhere = lintMemory(join(folder, 'file', 'below'), '/place', 'build')
  writeFileSync(join(folder, 'file'), '')
  expect(asLoose(BEGINNING, nowhere)).toEqual(asLoose(BEGINNING, NO_MEMORY))
})
