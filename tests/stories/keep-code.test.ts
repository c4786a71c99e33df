import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

const cahier = join(import.meta.dirname, '../../packages/cli/bin/cahier.js')
let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cahier-home-'))
  mkdirSync(join(home, 'textes'))
  writeFileSync(join(home, 'textes/texte.md'), "# Un titre\n\nIl faut qu'on le le dise !\n")
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const run = (more: Record<string, string> = {}) =>
  execFileSync(process.execPath, [cahier, 'lint', 'texte.md'], {
    cwd: join(home, 'textes'),
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: home, CAHIER_CACHE: '', LC_ALL: 'fr_FR.UTF-8', ...more },
  })
const code = () => join(home, 'cahier/code')
const kept = () => readdirSync(code()).flatMap((build) => readdirSync(join(code(), build)).map((verb) => join(code(), build, verb)))

it('what was compiled for a verb is found again, and says the same', () => {
  const first = run()
  const [file = ''] = kept()
  expect(kept()).toHaveLength(1)
  const before = readFileSync(file)
  expect(run()).toBe(first)
  expect(readFileSync(file).equals(before)).toBe(true)
})

it('a folder, however long, leaves what was kept for one text as it was', () => {
  run()
  const [file = ''] = kept()
  const before = readFileSync(file)
  writeFileSync(join(home, 'textes/long.md'), 'La commune ouvre un guichet, et le dit sans attendre.\n\n'.repeat(5000))
  execFileSync(process.execPath, [cahier, 'lint', '.'], {
    cwd: join(home, 'textes'),
    env: { ...process.env, XDG_CACHE_HOME: home, CAHIER_CACHE: '' },
  })
  expect(kept()).toHaveLength(2)
  expect(readFileSync(file).equals(before)).toBe(true)
})

it('what is torn, or made by another version, is made again', () => {
  const first = run()
  const [file = ''] = kept()
  const flipped = readFileSync(file)
  flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 0x55
  for (const wrong of [Buffer.from('nothing of the kind'), readFileSync(file).subarray(0, 5000), flipped, Buffer.alloc(0)]) {
    writeFileSync(file, wrong)
    expect(run()).toBe(first)
    expect(readFileSync(file).length).toBeGreaterThan(10_000)
    expect(readFileSync(file).equals(wrong)).toBe(false)
  }
})

it('the code of a build that was left a month ago goes away, that of another one in use stays', () => {
  for (const [build, days] of [
    ['old', 40],
    ['other', 3],
  ] as const) {
    mkdirSync(join(code(), build), { recursive: true, mode: 0o700 })
    const then = new Date(Date.now() - days * 24 * 3600 * 1000)
    utimesSync(join(code(), build), then, then)
  }
  chmodSync(code(), 0o700)
  run()
  expect(readdirSync(code())).toHaveLength(2)
  expect(readdirSync(code())).toContain('other')
})

it.skipIf(process.platform === 'win32')('code that somebody else could have written is not run', () => {
  const first = run()
  const [file = ''] = kept()
  writeFileSync(file, 'nothing of the kind')
  chmodSync(code(), 0o777)
  expect(run()).toBe(first)
  expect(readFileSync(file, 'latin1')).toBe('nothing of the kind')
})

it('nothing is left in the folder that somebody works in', () => {
  const work = join(home, 'travail')
  mkdirSync(work)
  execFileSync(process.execPath, [cahier, 'lint'], { cwd: work, env: { PATH: process.env.PATH, HOME: work } })
  expect(readdirSync(work)).toEqual([])
  for (const env of [{ HOME: home, XDG_CACHE_HOME: 'cache' }, { HOME: '.' }, { HOME: '' }])
    execFileSync(process.execPath, [cahier, 'lint'], { cwd: work, env: { PATH: process.env.PATH, ...env } })
  expect(readdirSync(work)).toEqual([])
})

it('nothing is left of what could not be kept', () => {
  const cut = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
    fs.renameSync = () => { throw Object.assign(new Error('full'), { code: 'ENOSPC' }) }
    syncBuiltinESMExports()`
  writeFileSync(join(home, 'textes/texte.md'), 'La commune ouvre un guichet, et le dit sans attendre.\n\n'.repeat(5000))
  const said = run({ NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(cut)}` })
  const files = readdirSync(join(home, 'cahier'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name)).toEqual([])
  expect(run()).toBe(said)
})

it('no code is kept in a cache that may be shared, nor where nothing can be written', () => {
  const shared = join(home, 'shared')
  mkdirSync(shared)
  const said = run({ CAHIER_CACHE: shared })
  expect(readdirSync(shared)).toEqual([])
  writeFileSync(join(home, 'file'), '')
  expect(run({ XDG_CACHE_HOME: join(home, 'file') })).toBe(said)
})

it('a run whose code counts what it runs leaves none of it to the others', () => {
  run({ NODE_V8_COVERAGE: join(home, 'counts') })
  expect(existsSync(code())).toBe(false)
})

it('a run that does much more leaves its own to those that follow', () => {
  run()
  const [file = ''] = kept()
  const small = readFileSync(file).length
  const much = 'La commune *ouvre* un guichet, et [le dit](texte.md) sans attendre.\n\n- un point\n- un autre\n\n'.repeat(5000)
  writeFileSync(join(home, 'textes/texte.md'), `# Un titre\n\n| a | b |\n|---|---|\n| c | d |\n\n${much}`)
  run()
  const large = readFileSync(file)
  expect(large.length).toBeGreaterThan(small)
  run()
  expect(readFileSync(file).equals(large)).toBe(true)
})
