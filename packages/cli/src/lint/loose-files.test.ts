import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, win32 } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { UsageError } from '../arguments/usage-error.ts'
import { commonFolder, readLooseFiles } from './loose-files.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loose-files-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

it('what is too large is reported, and the rest is read', async () => {
  for (const [name, text] of Object.entries({ 'a.md': '', 'b.md': 'b', 'c.md': '' }))
    writeFileSync(join(folder, name), text)
  truncateSync(join(folder, 'c.md'), 11_000_000)
  const { sources, findings } = await readLooseFiles([folder], folder)
  expect(sources.map(({ path, text }) => [path, text])).toEqual([
    ['a.md', ''],
    ['b.md', 'b'],
  ])
  expect(findings.map(({ path, message }) => [path, message])).toEqual([['c.md', 'tooBig']])
})

it.each(['a.md', 'A.MD', 'a.markdown', 'a.mdown', 'a.mkd'])(
  '%s is Markdown, as it is when a folder is published',
  async (name) => {
    writeFileSync(join(folder, name), 'a')
    writeFileSync(join(folder, 'a.txt'), 'a')
    const { sources } = await readLooseFiles([folder], folder)
    expect(sources.map(({ path }) => path)).toEqual([name])
  },
)

it.skipIf(process.getuid?.() === 0)(
  'a text in a folder that only gives its names is told as one that cannot be read',
  async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed)
    writeFileSync(join(closed, 'a.md'), 'a')
    chmodSync(closed, 0o444)
    expect((await readLooseFiles([folder], folder)).findings).toMatchObject([
      { message: 'unreadable', data: { code: 'EACCES' } },
    ])
    chmodSync(closed, 0o755)
  },
)

it.each([
  [['/a/b', '/a/c/d'], '/a', posix],
  [['/a', '/b'], '/', posix],
  [['/'], '/', posix],
  [['C:\\Users\\Zoé\\a', 'C:\\Users\\Zoé'], 'C:\\Users\\Zoé', win32],
  [['C:\\a', 'C:\\b'], 'C:\\', win32],
  [['C:\\'], 'C:\\', win32],
  [['\\\\serveur\\commun\\a', '\\\\serveur\\commun\\b'], '\\\\serveur\\commun', win32],
] as const)('%j are in %s', (folders, expected, system) => {
  expect(commonFolder(folders, system)).toBe(expected)
})

it('texts on two disks are in no folder', () => {
  expect(() => commonFolder(['C:\\a', 'D:\\b'], win32)).toThrow(UsageError)
})
