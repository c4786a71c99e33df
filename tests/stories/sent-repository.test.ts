import { chmodSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'

/**
 * A programme that came with its `.git`, whose settings and attributes name a program: it leaves a
 * file when it is run.
 */
function sentWith(
  settings: Readonly<Record<string, string>>,
  attributes = '',
): Desk & { readonly program: string } {
  const here = desk()
  here.git('init', '-q', '-b', 'main')
  here.commit('Le début')
  here.write('.git/programme.sh', `#!/bin/sh\ntouch "${here.folder}/obéi"\nexit 1\n`)
  const program = join(here.folder, '.git/programme.sh')
  chmodSync(program, 0o755)
  here.write('.git/info/attributes', attributes)
  for (const [key, value] of Object.entries(settings))
    here.git('config', key, value.replaceAll('PROGRAM', program))
  return { ...here, program }
}

const PROMISED = {
  'core.repositoryFormatVersion': '1',
  'extensions.partialClone': 'origin',
  'remote.origin.promisor': 'true',
}

/** By what git would run a program where it looks for what it does not have. */
const FETCHED = {
  'an address': { 'remote.origin.url': 'ext::PROGRAM', 'protocol.ext.allow': 'always' },
  ssh: { 'remote.origin.url': 'ssh://ailleurs.example/a', 'core.sshCommand': 'PROGRAM' },
  'the other end': { 'remote.origin.url': 'file:///', 'remote.origin.uploadpack': 'PROGRAM' },
}

it.each(Object.entries(FETCHED))(
  'objects that a folder sent with its .git has left elsewhere are not asked for, by %s',
  (_, settings) => {
    const here = sentWith({ ...PROMISED, ...settings })
    const blobs = here.git('ls-tree', '-r', '--object-only', 'HEAD').out.trim().split('\n')
    for (const blob of blobs)
      rmSync(join(here.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)))
    for (const words of [
      ['lint', '--since', 'HEAD'],
      ['check', '--since', 'HEAD'],
    ])
      expect(here.cahier(...words)).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^cahier.: git n’a pas pu lire[^\n]+\n$/),
      })
    // What it has is told, or that something is missing, as git takes it.
    expect([0, 2]).toContain(here.cahier('log', 'guichet').code)
    expect(here.has('obéi')).toBe(false)
  },
)

it('nor is the program run that tells what changed', () => {
  const here = sentWith({})
  here.git('config', 'core.fsmonitor', here.program)
  here.git('update-index', '--fsmonitor')
  rmSync(join(here.folder, 'obéi'), { force: true })
  expect(here.cahier('lint', '--since', 'HEAD').code).toBe(0)
  expect(here.has('obéi')).toBe(false)
})

it.each(['a', 'a=b'])('nor one that git would give its files to, %s', (name) => {
  const here = sentWith(
    { [`filter.${name}.clean`]: 'PROGRAM', [`filter.${name}.required`]: 'true' },
    `*.md text=auto filter=${name}\n`,
  )
  const path = 'axes/services/guichet.md'
  here.write(path, here.read(path).replaceAll('\n', '\r\n'))
  const { out, err } = here.cahier('format', '--check')
  // Where it cannot be told not to, the file is taken for one that is to be written.
  expect(`${out}${err}`.includes(path)).toBe(name === 'a=b')
  expect(here.has('obéi')).toBe(false)
})
