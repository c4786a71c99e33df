import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildProgramme } from '@cahier/core'
import { lint } from '@cahier/lint'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { LiveFindings } from './live-findings.ts'
import { ProgrammeFolder } from './programme-folder.ts'
import { sampleProgramme } from './sample-programme.ts'

const root = mkdtempSync(join(tmpdir(), 'cahier-live-'))
afterAll(() => rmSync(root, { recursive: true }))
for (const [path, text] of Object.entries(sampleProgramme)) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const paths = Object.keys(sampleProgramme)
const DAY = '2025-03-01'

// What half-typed texts are made of, and what changes what other files may say.
const SCRAPS = [
  '',
  'x',
  '\n',
  '- ',
  ': ',
  '[',
  '}',
  '"',
  '---\n',
  '## ',
  '[@insee-2022]',
  '[@',
  'guichet',
  '](courrier.md)',
  'exemple-b',
  '\r\n',
  ' ',
  '<b>',
  '32 %',
  '{++',
]

const edits = fc.array(
  fc.record({
    path: fc.constantFrom(...paths),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.constantFrom(0, 0, 1, 3, 40),
    scrap: fc.constantFrom(...SCRAPS),
    closes: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 4, maxLength: 12 },
)

it('after any edits, says of every file what a first look at the same texts would say', async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (all) => {
      const folder = new ProgrammeFolder(root)
      const live = new LiveFindings(
        folder,
        () => DAY,
        () => {},
      )
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
      await live.settle(() => Promise.resolve())
      const sources = [...texts].map(([path, text]) => ({ path, text }))
      const cold = lint(buildProgramme({ sources, assets: [], findings: [] }), { day: DAY })
      const spoken = live.spoken.flatMap((path) => live.last(path)?.findings ?? [])
      expect(spoken.map((one) => JSON.stringify(one)).sort()).toEqual(cold.map((one) => JSON.stringify(one)).sort())
    }),
    { numRuns: 25 },
  )
})
