import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildProgramme, type Finding, type Source, sourceOf } from '@cahier/core'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FindingsCache, fileCache, noCache } from './cache.ts'
import { type LooseFindings, lintLoose } from './lint-loose.ts'
import { lintProgramme } from './lint-programme.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cahier-memory-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const cacheIn = <Value>(program = 'build') => fileCache<Value>(join(folder, 'cache'), program, 0)

const BEGINNING: readonly Source[] = [
  { path: 'programme.yaml', text: 'title: Essai\nlanguage: fr-FR\naxes: [services]\n' },
  { path: 'axes/services/axis.md', text: '---\ntitle: Services\n---\n\nUn axe.\n' },
  {
    path: 'axes/services/guichet.md',
    text: '---\ntitle: Ouvrir un guichet\n---\n\n## Motifs\n\nC’est utile : voir [la suite](suite.md).\n',
  },
  {
    path: 'axes/services/suite.md',
    text: '---\ntitle: Ouvrir la suite\n---\n\n## Motifs\n\nRien de plus.\n',
  },
]

const anyEdit = fc.record({
  file: fc.nat({ max: BEGINNING.length - 1 }),
  at: fc.nat({ max: 200 }),
  cut: fc.nat({ max: 4 }),
  put: fc.constantFrom(
    '',
    ' ',
    '...',
    ' !',
    '\n\n',
    'mot mot ',
    '# ',
    '« ',
    '[a](b.md)',
    '[s](suite.md#motifs)',
    '<b>',
    'fr-CA',
    '\n',
  ),
  /** A file that goes, or comes back. */
  comesOrGoes: fc.boolean(),
})

function edited(
  sources: readonly Source[],
  {
    file,
    at,
    cut,
    put,
    comesOrGoes,
  }: { file: number; at: number; cut: number; put: string; comesOrGoes: boolean },
): readonly Source[] {
  const beginning = BEGINNING[file] as Source
  if (comesOrGoes) {
    const others = sources.filter(({ path }) => path !== beginning.path)
    return others.length < sources.length ? others : [...sources, beginning]
  }
  return sources.map((source) => {
    const place = at % (source.text.length + 1)
    return source.path === beginning.path
      ? { ...source, text: source.text.slice(0, place) + put + source.text.slice(place + cut) }
      : source
  })
}

function asProgramme(sources: readonly Source[], isCached: boolean): readonly Finding[] {
  const programme = buildProgramme({ sources, assets: [], findings: [] })
  const cache: FindingsCache<readonly Finding[]> = isCached ? cacheIn() : noCache()
  return lintProgramme({ programme, folder: '/place', sources }, { day: '2025-03-01' }, null, cache)
    .findings
}

function asLoose(sources: readonly Source[], isCached: boolean): readonly Finding[] {
  return lintTexts(sources, isCached ? cacheIn() : noCache())
}

function lintTexts(
  sources: readonly Source[],
  cache: FindingsCache<LooseFindings>,
): readonly Finding[] {
  const texts = sources
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ path, text }) => sourceOf(path, Buffer.from(text)))
  const read = { folder: '/place', settings: null, sources: texts, hidden: [], findings: [] }
  return lintLoose(read, { rule: '', fixes: null, followsLinks: true }, cache).findings
}

it.each([
  ['a programme', asProgramme],
  ['loose texts', asLoose],
])(
  'whatever is edited, %s has with a cache the findings that it has without',
  { tags: ['long'], timeout: 60_000 },
  (_what, lintAll) => {
    const property = fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (edits) => {
      let sources = BEGINNING
      for (const edit of [null, ...edits, null]) {
        if (edit !== null) sources = edited(sources, edit)
        expect(lintAll(sources, true)).toEqual(lintAll(sources, false))
      }
    })
    fc.assert(property, { numRuns: 12 })
  },
)

it('gives a value back for the same inputs and program, and for no others', () => {
  const cache = cacheIn<number>()
  cache.set(['a', 'b'], 1)
  cache.save()
  expect(cacheIn<number>().get(['a', 'b'])).toBe(1)
  expect(cacheIn<number>().get(['ab', ''])).toBeUndefined()
  expect(cacheIn<number>('another build').get(['a', 'b'])).toBeUndefined()
})

it('drops what the last run did not use', () => {
  const cache = cacheIn<number>()
  cache.set(['a'], 1)
  cache.set(['b'], 2)
  cache.save()
  const next = cacheIn<number>()
  next.get(['a'])
  next.save()
  expect([cacheIn<number>().get(['a']), cacheIn<number>().get(['b'])]).toEqual([1, undefined])
})

it('checks a link again once what it leads to has changed', () => {
  const [, , linking, linked] = BEGINNING as [Source, Source, Source, Source]
  const toHeading = { ...linking, text: linking.text.replace('suite.md', 'suite.md#motifs') }
  const broken = (sources: readonly Source[]) =>
    asLoose(sources, true)
      .filter(({ rule }) => rule === 'reference/file')
      .map(({ message }) => message)
  expect(broken([toHeading, linked])).toEqual([])
  expect(broken([toHeading])).toEqual(['missing'])
  expect(broken([toHeading, linked])).toEqual([])
  expect(
    broken([toHeading, { ...linked, text: linked.text.replace('Motifs', 'Raisons') }]),
  ).toEqual(['anchor'])
  expect(broken([toHeading, linked])).toEqual([])
})

it.each([
  ['cut', (content: string) => content.slice(0, -3)],
  ['changed', (content: string) => content.replace('Motifs', 'Motif').replace('[', '[{},')],
  ['no text', () => '\0\uFFFD'],
  ['empty', () => ''],
])('takes a file that is %s for an empty one', (_how, damage) => {
  const found = asLoose(BEGINNING, true)
  expect(found).not.toEqual([])
  for (const name of readdirSync(folder))
    writeFileSync(join(folder, name), damage(readFileSync(join(folder, name), 'utf8')))
  expect(asLoose(BEGINNING, true)).toEqual(found)
})

it('does without where nothing can be written', () => {
  writeFileSync(join(folder, 'file'), '')
  const nowhere = fileCache<LooseFindings>(join(folder, 'file', 'below', 'cache'), 'build', 0)
  expect(lintTexts(BEGINNING, nowhere)).toEqual(asLoose(BEGINNING, false))
})
