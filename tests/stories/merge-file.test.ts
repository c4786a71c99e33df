import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { emptyDesk } from './desk.ts'

const BASE = 'La commune ouvre un guichet. Il ouvre deux jours par semaine.\n'

function three(ours: string, theirs: string, base = BASE) {
  const here = emptyDesk()
  here.write('ours.md', ours)
  here.write('base.md', base)
  here.write('theirs.md', theirs)
  return here
}

it('two people change two sentences of one line: both changes are there, and nobody is asked', () => {
  const here = three(BASE.replace('un guichet', 'deux guichets'), BASE.replace('deux jours', 'trois jours'))
  expect(here.cahier('merge-file', 'ours.md', 'base.md', 'theirs.md')).toEqual({ code: 0, out: '', err: '' })
  expect(here.read('ours.md')).toBe('La commune ouvre deux guichets. Il ouvre trois jours par semaine.\n')
  expect(here.read('base.md')).toBe(BASE)
})

it('one sentence changed twice is a conflict, drawn and counted as git does', () => {
  const here = three(BASE.replace('deux', 'trois'), BASE.replace('deux', 'quatre'))
  for (const style of [[], ['--diff3'], ['--zdiff3'], ['--ours'], ['--theirs'], ['--union'], ['--marker-size', '9']]) {
    const args = ['merge-file', '-p', '-q', ...style, '-L', 'nous', '-L', 'base', '-L', 'eux', 'ours.md', 'base.md', 'theirs.md']
    const git = spawnSync('git', args, { cwd: here.folder, encoding: 'utf8' })
    expect(here.cahier(...args)).toEqual({ code: git.status, out: git.stdout, err: '' })
  }
  expect(here.read('ours.md')).toBe(BASE.replace('deux', 'trois'))
})

it('words are merged when they are asked for', () => {
  const here = three(BASE.replace('deux', 'trois'), BASE.replace('semaine', 'quinzaine'))
  expect(here.cahier('merge-file', '-p', 'ours.md', 'base.md', 'theirs.md').code).toBe(1)
  expect(here.cahier('merge-file', '-p', '--granularity', 'word', 'ours.md', 'base.md', 'theirs.md').out).toBe(
    'La commune ouvre un guichet. Il ouvre trois jours par quinzaine.\n',
  )
})

it('without git, the answer is the same', () => {
  const here = three(BASE.replace('un guichet', 'deux guichets'), BASE.replace('deux jours', 'trois jours')).where({ PATH: '' })
  expect(here.cahier('merge-file', '-p', 'ours.md', 'base.md', 'theirs.md')).toEqual({
    code: 0,
    out: 'La commune ouvre deux guichets. Il ouvre trois jours par semaine.\n',
    err: '',
  })
})

it('anything that goes wrong is 255 and leaves the file alone', () => {
  const here = three('a\0b', 'c\0d')
  expect(here.cahier('merge-file', 'ours.md', 'base.md', 'theirs.md').code).toBe(255)
  expect(here.read('ours.md')).toBe('a\0b')
  expect(here.cahier('merge-file', 'ours.md', 'base.md', 'absent.md').code).toBe(255)
  expect(here.cahier('merge-file', 'ours.md', 'base.md').code).toBe(255)
})

it('badly encoded text is merged by lines, byte for byte', () => {
  const here = emptyDesk()
  here.write('base.md', Buffer.from('caf\xe9\nun\ndeux\ntrois\n', 'latin1'))
  here.write('ours.md', Buffer.from('caf\xe9s\nun\ndeux\ntrois\n', 'latin1'))
  here.write('theirs.md', Buffer.from('caf\xe9\nun\ndeux\nquatre\n', 'latin1'))
  expect(here.cahier('merge-file', 'ours.md', 'base.md', 'theirs.md').code).toBe(0)
  expect(here.bytes('ours.md')).toEqual(Buffer.from('caf\xe9s\nun\ndeux\nquatre\n', 'latin1'))
})
