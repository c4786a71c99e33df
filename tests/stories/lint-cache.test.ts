import { existsSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Desk, emptyDesk, realDesk } from './desk.ts'

/** Long enough to be remembered. */
function looseDesk(): Desk {
  const here = emptyDesk()
  const plain = 'une ligne où personne ne trouve à redire\n'.repeat(540)
  for (let rank = 0; rank < 10; rank++)
    here.write(`notes/${rank}.md`, `# Note ${rank}\n\nUn texte qui qui revient...\n\n${plain}`)
  return here.where({ CAHIER_CACHE: emptyDesk().folder })
}

/** What is said the first time and once it is remembered, held to what is said without a memory. */
function expectSame(here: Desk, ...args: readonly string[]) {
  const plain = here.cahier('lint', '--no-cache', ...args)
  expect(here.cahier('lint', ...args)).toEqual(plain)
  expect(here.cahier('lint', ...args)).toEqual(plain)
  return plain
}

it('whatever changes in a folder of texts, what is said is what would be said without a memory', () => {
  const here = looseDesk()
  const before = expectSame(here)
  here.edit('notes/7.md', 'Un texte', 'Le texte')
  expectSame(here)
  here.edit('notes/7.md', 'Le texte', 'Un texte')
  expect(expectSame(here)).toEqual(before)
  here.write('notes/8b.md', here.read('notes/8.md'))
  here.remove('notes/8.md')
  expectSame(here)
  here.write('notes/9.md', 'un\0deux')
  expectSame(here)
})

it('nor does it depend on how, or from where, it was asked before', () => {
  const here = looseDesk()
  for (const args of [
    ['--lang', 'en'],
    ['--format', 'json'],
    ['--max-warnings', '1'],
    ['--rule', 'typography/ellipsis'],
  ])
    expectSame(here, ...args)
  expectSame(here.where({ COLUMNS: '50' }))
  expectSame(here.inside('notes'))
  expectSame(here, 'notes/1.md', 'notes')
  expect(here.cahier('lint', '--date', 'demain').code).toBe(2)
})

it('of a programme, its texts count, the day, and what part of it is asked about', () => {
  const here = realDesk()
  const [one = ''] = here.files().filter((path) => /^axes\/[^/]+\/[^/]+\.md$/.test(path))
  here.edit(one, '\n\n', '\n\nUn mot mot de trop ! ')
  const remembering = here.where({ CAHIER_CACHE: emptyDesk().folder })
  const said = expectSame(remembering)
  expect(expectSame(remembering.where({ CAHIER_DATE: '2031-01-01' }))).not.toEqual(said)
  const saidOfOne = expectSame(remembering, one)
  expect(saidOfOne).not.toEqual(said)
  here.edit(one, 'Un mot mot de trop', 'Un mot sans reste')
  expect(expectSame(remembering, one)).not.toEqual(saidOfOne)
})

it('a cache that a contribution brings is not believed: whatever names one in the repository, it is neither read nor written', () => {
  const here = looseDesk()
  here.git('init', '-q')
  const said = here.cahier('lint', '--no-cache')
  const atRest = here.files()
  symlinkSync(here.folder, join(here.folder, 'link'))
  for (const cache of [
    { CAHIER_CACHE: `${here.folder}/.kept` },
    { CAHIER_CACHE: '', XDG_CACHE_HOME: `${here.folder}/link/.cache` },
  ])
    for (const place of [here, here.inside('notes')]) {
      const { code } = place.where(cache).cahier('lint')
      expect(code).toBe(said.code)
    }
  rmSync(join(here.folder, 'link'))
  expect(here.files()).toEqual(atRest)
})

it.runIf(existsSync('/proc/self'))(
  'where no memory can be kept, the command ends all the same',
  () => {
    const here = looseDesk()
    const plain = here.cahier('lint', '--no-cache')
    expect(here.where({ CAHIER_CACHE: '/proc/none/cache' }).cahier('lint')).toEqual(plain)
    expect(here.where({ CAHIER_CACHE: '', XDG_CACHE_HOME: '/proc/none' }).cahier('lint')).toEqual(
      plain,
    )
  },
)
