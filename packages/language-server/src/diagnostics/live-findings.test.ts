import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildProgramme, type Finding, type Source } from '@cahier/core'
import { lint, settingsOf } from '@cahier/lint'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { sampleProgramme } from '../samples/sample-programme.ts'
import { sampleScraps } from '../samples/sample-scraps.ts'
import { type ProgrammeFolder, programmeFolder } from '../workspace/programme-folder.ts'
import type { CachedFindings } from './findings-cache.ts'
import { liveFindings } from './live-findings.ts'

const root = mkdtempSync(join(tmpdir(), 'cahier-live-'))
afterAll(() => rmSync(root, { recursive: true }))
for (const [path, text] of Object.entries(sampleProgramme)) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const paths = Object.keys(sampleProgramme)
const DAY = '2025-03-01'

const edits = fc.array(
  fc.record({
    path: fc.constantFrom(...paths),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.constantFrom(0, 0, 1, 3, 40),
    scrap: fc.constantFrom(...sampleScraps),
    closes: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 4, maxLength: 12 },
)

// Shared by all looks: what one has found, the next is told.
const runs = new Map<string, readonly Finding[]>()
const ofTexts = new Map<string, readonly Finding[]>()
const keyOf = (sources: readonly Source[], day: string) =>
  JSON.stringify([sources.map(({ path, text }) => [path, text]).sort(), day])
const mapMemory: CachedFindings = {
  recall: (_, sources, day) => runs.get(keyOf(sources, day)),
  recallText: ({ path, text }, settings) => ofTexts.get(JSON.stringify([path, text, settings])),
  keep({ documents, manifest }, sources, day, findings, ofText) {
    runs.set(keyOf(sources, day), findings)
    for (const document of documents)
      ofTexts.set(
        JSON.stringify([document.path, document.text, settingsOf(manifest)]),
        ofText(document),
      )
  },
}

function liveIn(
  folder: ProgrammeFolder,
  cache?: CachedFindings,
  heard: (path: string) => void = () => {},
): ReturnType<typeof liveFindings> {
  return liveFindings(folder, () => DAY, heard, cache)
}

it('after any edits, says of every file what a first look at the same texts would say', {
  tags: ['long'],
}, async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (all) => {
      const folder = programmeFolder(root)
      const live = liveIn(folder, mapMemory)
      const texts = new Map(Object.entries(sampleProgramme))
      for (const { path, at, removed, scrap, closes } of all) {
        const text = texts.get(path) ?? ''
        const from = Math.floor(at * text.length)
        if (closes) {
          folder.close(path)
          texts.set(path, sampleProgramme[path] as string)
        } else {
          const typed = text.slice(0, from) + scrap + text.slice(from + removed)
          texts.set(path, typed)
          folder.type(path, typed)
        }
        live.on(path)
      }
      await live.checkAll(() => Promise.resolve())
      // As a file would hold them: half of a pair is no UTF-8.
      const sources = [...texts].map(([path, text]) => ({
        path,
        text: Buffer.from(text).toString(),
      }))
      const cold = lint(buildProgramme({ sources, assets: [], findings: [] }), { day: DAY })
      const spoken = live.pathsWithFindings().flatMap((path) => live.last(path)?.findings ?? [])
      expect(spoken.map((one) => JSON.stringify(one)).sort()).toEqual(
        cold.map((one) => JSON.stringify(one)).sort(),
      )
    }),
    { numRuns: 25 },
  )
})

it('says at once what is remembered of the very same texts, and looks again once one is typed in', async () => {
  const first = liveIn(programmeFolder(root), mapMemory)
  await first.checkAll(() => Promise.resolve())
  const remembered = [...runs].map(
    ([key, findings]) =>
      [key, findings.map((finding) => ({ ...finding, rule: 'as/remembered' }))] as const,
  )
  const folder = programmeFolder(root)
  const live = liveIn(folder, {
    ...mapMemory,
    recall: (_, sources, day) => new Map(remembered).get(keyOf(sources, day)),
  })
  const rulesOn = (path: string) => [...new Set(live.last(path)?.findings.map(({ rule }) => rule))]
  await live.check([])
  // To open a file changes nothing of it.
  folder.type('axes/services/guichet.md', sampleProgramme['axes/services/guichet.md'] as string)
  await live.check(['axes/services/guichet.md'])
  const said = [...live.pathsWithFindings()]
  expect(said).not.toEqual([])
  expect(said.flatMap(rulesOn)).toEqual(said.map(() => 'as/remembered'))
  folder.type(
    'axes/services/guichet.md',
    `${sampleProgramme['axes/services/guichet.md']}\nUn mot <b>.\n`,
  )
  await live.check(said)
  expect(said.flatMap(rulesOn)).not.toContain('as/remembered')
})

it('tells what is remembered of an open file before that of others, and whoever asks; nothing is recalled before that', async () => {
  const first = liveIn(programmeFolder(root), mapMemory)
  await first.checkAll(() => Promise.resolve())
  const last = first.pathsWithFindings().at(-1) as string
  let recalled = 0
  const cache: CachedFindings = {
    ...mapMemory,
    recall(...texts) {
      recalled++
      return mapMemory.recall(...texts)
    },
  }
  const heard: string[] = []
  const live = liveIn(programmeFolder(root), cache, (path) => heard.push(path))
  await live.check([])
  expect(recalled).toBe(0)
  await live.check([last])
  expect(heard.slice().sort()).toEqual([...first.pathsWithFindings()].sort())
  expect(heard[0]).toBe(last)
  const context = liveIn(programmeFolder(root), cache)
  expect(context.on(last).findings).toEqual(first.on(last).findings)
  expect([...context.pathsWithFindings()].sort()).toEqual([...first.pathsWithFindings()].sort())
})

it('keeps what it found of texts that are saved, and nothing of those that are not', async () => {
  const folder = programmeFolder(root)
  let kept = 0
  const live = liveIn(folder, { ...mapMemory, recall: () => undefined, keep: () => kept++ })
  folder.type('programme.yaml', `${sampleProgramme['programme.yaml']}\n# en cours\n`)
  await live.checkAll(() => Promise.resolve())
  expect(kept).toBe(0)
  folder.close('programme.yaml')
  await live.checkAll(() => Promise.resolve())
  expect(kept).toBe(1)
})
