import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'

const MEMBER = 'positions/exemple-a.yaml'
const GUICHET = 'axes/services/guichet.md'
const COURRIER = 'axes/services/courrier.md'

/** The desk, where a script has replaced functions of the disk. */
function withDisk(here: Desk, script: string): Desk {
  const whole = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
    ${script}
    syncBuiltinESMExports()`
  return here.where({ NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(whole)}` })
}

/** A member who has spoken, and whose file somebody saves when a function of the disk is called. */
function savedAt(name: 'openSync' | 'fsyncSync', save: string): Desk {
  const here = desk()
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  const path = JSON.stringify(join(here.folder, MEMBER))
  return withDisk(
    here,
    `const real = fs.${name}
    fs.${name} = (given, ...more) => {
      if ('${name}' === 'fsyncSync' || String(given).endsWith('.cahier-lock')) {
        fs.${name} = real
        const path = ${path}
        ${save}
      }
      return real(given, ...more)
    }`,
  )
}

it.each([
  ['just before it is replaced', 'fsyncSync', "fs.writeFileSync(path, 'à moi\\n')"],
  [
    'under an old date',
    'openSync',
    "fs.writeFileSync(path, 'à moi\\n'); fs.utimesSync(path, 1, 1)",
  ],
  [
    'as another file',
    'fsyncSync',
    "fs.writeFileSync(path + '~', 'à moi\\n'); fs.utimesSync(path + '~', 1, 1); fs.renameSync(path + '~', path)",
  ],
] as const)('what somebody saves %s is not lost', (_, name, save) => {
  const here = savedAt(name, save)
  const { code, err } = here.cahier('stance', 'exemple-a', 'sobriete', 'consent')
  expect([code, plain(err)]).toEqual([2, expect.stringContaining('vient d’être enregistré')])
  expect(here.read(MEMBER)).toBe('à moi\n')
  expect(here.files().filter((path) => path.includes('.cahier-'))).toEqual([])
})

it('whoever is killed while texts are put back has each of them whole', () => {
  const here = desk()
  const paths = [GUICHET, COURRIER]
  for (const path of paths) here.write(path, `${here.read(path)}\nUn mot...\n`)
  const before = paths.map(here.read)
  const killed = withDisk(
    here,
    `const { renameSync, writeFileSync, writeSync } = fs
    const dying = (write) => (...given) => {
      if (renames < 2) return write(...given)
      if (typeof given[0] === 'string') fs.truncateSync(given[0])
      process.kill(process.pid, 'SIGKILL')
    }
    let renames = 0
    fs.renameSync = (...given) => {
      if (++renames === 2) throw Object.assign(new Error('EIO'), { code: 'EIO' })
      return renameSync(...given)
    }
    fs.writeFileSync = dying(writeFileSync)
    fs.writeSync = dying(writeSync)`,
  )
  expect(killed.cahier('lint', '--fix', '--no-cache').code).toBe(null)
  const after = before.map((text) => text.replace('...', '…'))
  for (const [rank, path] of paths.entries())
    expect([before[rank], after[rank]]).toContain(here.read(path))
})

it('a merge on a full disk leaves our text as it was', () => {
  const here = desk()
  const names = ['notre.md', 'base.md', 'leur.md']
  const texts = ['Un mot. Deux mots.\n', 'Un mot.\n', 'Un mot.\n']
  for (const [rank, name] of names.entries()) here.write(name, texts[rank] as string)
  const full = withDisk(
    here,
    `const fails = (...given) => {
      if (typeof given[0] === 'string') fs.truncateSync(given[0])
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    }
    fs.writeFileSync = fails
    fs.writeSync = fails`,
  )
  const { code, err } = full.cahier('merge-file', ...names)
  expect([code, plain(err)]).toEqual([
    255,
    expect.stringContaining('impossible d’écrire « notre.md » (ENOSPC)'),
  ])
  expect(names.map(here.read)).toEqual(texts)
  expect(here.files().filter((path) => path.includes('.cahier-'))).toEqual([])
})
