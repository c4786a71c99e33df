import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Desk, desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

const GUICHET = 'axes/services/guichet.md'

/** A programme of which git knows two texts. */
function twoTexts(): Desk {
  const here = desk()
  here.git('init', '-q', '-b', 'main')
  here.commit('Un guichet')
  here.edit(GUICHET, 'ouvert deux jours', 'ouvert trois jours')
  here.commit('Trois jours')
  return here
}

const told = (here: Desk) => plain(here.cahier('log', 'guichet', '--date', '2100-01-01').out)

it.skipIf(process.platform === 'win32').each([
  ['--no-relative', ['log', 'guichet', '--date', '2100-01-01'], 'Trois jours'],
  ['--end-of-options', ['lint', '--since', 'main~1'], 'rien à signaler'],
] as const)(
  'a git that knows no `%s`, which is younger than those of Ubuntu 18.04 and 20.04, is asked without',
  (option, words, answer) => {
    const here = twoTexts()
    const said = plain(here.cahier(...words).out)
    expect(said).toContain(answer)
    const old = emptyDesk()
    const refusing = `for word; do [ "$word" = ${option} ] && { echo "fatal: unrecognized argument: $word" >&2; exit 128; }; done`
    old.write('git', `#!/bin/sh\n${refusing}\nPATH=\${PATH#*:} exec git "$@"\n`)
    chmodSync(join(old.folder, 'git'), 0o755)
    expect(
      plain(here.where({ PATH: `${old.folder}:${process.env.PATH}` }).cahier(...words).out),
    ).toBe(said)
  },
)

it('what somebody has set `git log` to show changes nothing', () => {
  const here = twoTexts()
  const said = told(here)
  expect(said).toContain('Première version du texte que git connaît — « Un guichet »')
  for (const [key, value] of [
    ['log.showRoot', 'false'],
    ['diff.relative', 'true'],
    ['log.showSignature', 'true'],
    ['color.ui', 'always'],
    ['core.quotePath', 'true'],
  ] as const)
    here.git('config', key, value)
  expect(told(here)).toBe(said)
})

it('a repository of somebody else, which git refuses to read: says so, and who says how to allow it', () => {
  // What git itself is tested with.
  const here = twoTexts().where({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' })
  const refused =
    'git refuse de lire ce dépôt, qui est à quelqu’un d’autre : « git status » dit comment le lui permettre'
  expect(plain(here.cahier('lint', '--since', 'main').err)).toBe(`cahier : ${refused}\n`)
  expect(plain(here.cahier('amend', 'guichet', '--by', 'exemple-a').err)).toBe(
    `cahier : ${refused}\n`,
  )
  expect(plain(here.cahier('setup', 'git').err)).toBe(`cahier : ${refused}\n`)
  expect(told(here).replace(/\s+/g, ' ')).toContain(
    'Git refuse de lire ce dépôt, qui est à quelqu’un d’autre',
  )
})

it.each(['blob:none', 'tree:0'])(
  'what a copy has left on a network that is out of reach, %s: one sentence',
  (left) => {
    const [origin, here] = [twoTexts(), emptyDesk()]
    origin.git('config', 'uploadpack.allowFilter', 'true')
    here.git('clone', '-q', `--filter=${left}`, `file://${origin.folder}`, here.folder)
    origin.remove('.git')
    for (const words of [
      ['log', 'guichet'],
      ['lint', '--since', 'HEAD~1'],
      ['check', '--since', 'HEAD~1'],
    ]) {
      const { code, err } = here.cahier(...words)
      expect(code, err).toBe(2)
      expect(plain(err)).toContain('git n’a pas pu lire tous les textes d’avant')
      expect(err.trim().split('\n')).toHaveLength(1)
    }
  },
)
