import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Finding, sourceOf } from '@cahier/core'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Invocation } from '../command.ts'
import { inputsOfTold } from './inputs-of-told.ts'
import { lintAndTell } from './lint-and-tell.ts'
import type { LintInput } from './lint-input.ts'
import { sumOf } from './sum-of.ts'
import { type Told, toldMemory } from './told-memory.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cahier-told-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const UNREAD: Finding = {
  rule: 'structure/folder',
  severity: 'warning',
  message: 'nul',
  data: {},
  path: 'c.md',
  place: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } },
}

const AT_PLACE = { positionals: [], folder: '/place', cwd: '/place', day: () => '2025-03-01' }

/** Some texts of a folder, and who asks about them how. */
const PARTS = {
  texts: fc.dictionary(
    fc.constantFrom('a.md', 'b.md'),
    fc.constantFrom('', '# Un titre\n\nUn mot mot.\n', 'C’est tout ...\n', 'Il dit « oui ».\n'),
  ),
  folder: fc.constantFrom('/place', '/place/notes'),
  unread: fc.constantFrom([], [UNREAD]),
  values: fc.constantFrom({}, { rule: 'typography/ellipsis' }, { 'max-warnings': '0' }),
  format: fc.constantFrom('text', 'json', 'junit'),
  language: fc.constantFrom('fr', 'en'),
  terminal: fc.record({ width: fc.constantFrom(40, 80), wraps: fc.boolean(), colours: fc.boolean(), progress: fc.boolean() }),
}
const anySituation = fc.record(PARTS)
type Situation = typeof anySituation extends fc.Arbitrary<infer One> ? One : never
/** One thing that is otherwise. */
const anyChange: fc.Arbitrary<Partial<Situation>> = fc.oneof(
  ...Object.entries(PARTS).map(([name, any]) => (any as fc.Arbitrary<unknown>).map((one) => ({ [name]: one }))),
)

/** What is printed, said beside it, and how it ends. */
async function told({ texts, folder: place, unread, values, format, ...reader }: Situation, remembers: boolean) {
  const printed: string[] = []
  const said: string[] = []
  const invocation: Invocation = {
    ...(reader as Pick<Invocation, 'language' | 'terminal'>),
    values: { ...values, format },
    ...AT_PLACE,
    print: (text) => printed.push(text),
    say: (text) => said.push(text),
    sayError: (text) => said.push(text),
  }
  const sources = Object.entries(texts).map(([path, text]) => sourceOf(path, Buffer.from(text)))
  const input: LintInput = { kind: 'loose', paths: ['.'], files: { folder: place, sources, hidden: [], findings: unread } }
  const memory = remembers ? toldMemory(folder, '/place', 'build', () => inputsOfTold(invocation, input)) : null
  const known: Told | undefined = memory?.recall()
  const most = values['max-warnings'] === undefined ? Number.POSITIVE_INFINITY : Number(values['max-warnings'])
  if (known !== undefined) return { code: known.code, report: known.report.join(''), aside: known.aside }
  const { code } = await lintAndTell(invocation, input, format, most, memory)
  return { code, report: printed.join(''), aside: said.join('') }
}

it('whatever is asked, and about whatever texts, what is told again is what would be told', { timeout: 60_000 }, async () => {
  const property = fc.asyncProperty(anySituation, fc.array(anyChange, { minLength: 4, maxLength: 8 }), async (first, changes) => {
    let situation = first
    for (const change of changes) {
      situation = { ...situation, ...change }
      const plain = await told(situation, false)
      expect(await told(situation, true)).toEqual(plain)
      expect(await told(situation, true)).toEqual(plain)
    }
  })
  await fc.assert(property, { numRuns: 40 })
})

it('what was told under other inputs, by another program, or was damaged, is not told again', () => {
  const memory = (program: string, inputs: readonly string[]) => toldMemory(folder, '/place', program, () => inputs)
  const one: Told = { code: 1, aside: 'Une ligne\nde plus', asked: [['there', 'c.md', 'no']], report: ['a\n', 'b\n'] }
  memory('build', ['x', 'y']).keep(one)
  expect(memory('build', ['x', 'y']).recall()).toEqual({ ...one, report: ['a\nb\n'] })
  expect(
    toldMemory(
      folder,
      '/place',
      'build',
      () => ['x', 'y'],
      ([answer]) => answer?.[2] === 'yes',
    ).recall(),
  ).toBeUndefined()
  expect(memory('build', ['xy']).recall()).toBeUndefined()
  expect(memory('other', ['x', 'y']).recall()).toBeUndefined()
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), readFileSync(join(folder, name), 'utf8').replace('b\n', 'c\n'))
  expect(memory('build', ['x', 'y']).recall()).toBeUndefined()
})

it('of a programme, whatever was read of it counts', () => {
  const reader = { values: {}, language: 'fr', terminal: { width: 80, wraps: false, colours: false, progress: false } } as const
  const invocation = { ...AT_PLACE, ...reader, print: () => {}, say: () => {}, sayError: () => {} }
  const source = sourceOf('programme.yaml', Buffer.from('title: Essai\n'))
  const asset = { path: 'assets/a.png', size: 1, sha256: 'a', mediaType: 'image/png', width: 1, height: 1 }
  const target = { kind: 'programme', scopes: [], includes: () => true } as const
  const inputs: readonly LintInput[] = [
    { kind: 'programme', read: { sources: [source], assets: [], findings: [] }, target },
    { kind: 'programme', read: { sources: [source], assets: [asset], findings: [] }, target },
    { kind: 'programme', read: { sources: [source], assets: [{ ...asset, sha256: 'b' }], findings: [] }, target },
    { kind: 'programme', read: { sources: [source], assets: [], findings: [UNREAD] }, target },
    { kind: 'programme', read: { sources: [source], assets: [], findings: [] }, target: { ...target, scopes: ['axes'] } },
  ]
  const sums = inputs.map((input) => sumOf(inputsOfTold(invocation, input)))
  const later = sumOf(inputsOfTold({ ...invocation, day: () => '2025-03-02' }, inputs[0] as LintInput))
  expect(new Set([...sums, later]).size).toBe(6)
})
