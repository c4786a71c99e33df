import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { type Desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

const BASE = 'La commune ouvre un guichet. Il ouvre deux jours par semaine.\n'
const OURS = BASE.replace('un guichet', 'deux guichets')
const THEIRS = BASE.replace('deux jours', 'trois jours')

function three(
  ours: string | Buffer,
  theirs: string | Buffer,
  base: string | Buffer = BASE,
  ending = 'md',
) {
  const here = emptyDesk()
  here.write(`ours.${ending}`, ours)
  here.write(`base.${ending}`, base)
  here.write(`theirs.${ending}`, theirs)
  return here
}

function git(here: Desk, ...args: readonly string[]) {
  const { status, stdout } = spawnSync('git', args, {
    cwd: here.folder,
    env: { PATH: process.env.PATH, HOME: here.folder },
  })
  return { code: status, bytes: stdout }
}

it('two people change two sentences of one line: both changes are there, and one is asked to read them again', () => {
  const here = three(OURS, THEIRS)
  const { code, out, err } = here.cahier(
    'merge-file',
    '-L',
    'Ada',
    '-L',
    'avant',
    '-L',
    'Zoé',
    'ours.md',
    'base.md',
    'theirs.md',
  )
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(plain(err)).toBe(
    'ours.md, ligne 1, à relire : « Ada » et « Zoé » ont changé des phrases voisines\n    La commune ouvre deux guichets. Il ouvre trois jours par semaine.\n',
  )
  expect(here.read('ours.md')).toBe(
    'La commune ouvre deux guichets. Il ouvre trois jours par semaine.\n',
  )
  expect(here.read('base.md')).toBe(BASE)
})

it('what git merges by itself stands, and is reported too when two hands are in one sentence', () => {
  const base = 'Le guichet est ouvert\npar la commune\npendant deux jours.\n'
  const here = three(base.replace('guichet', 'bureau'), base.replace('deux', 'trois'), base)
  const { code, out, err } = here.cahier('merge-file', '-p', 'ours.md', 'base.md', 'theirs.md')
  expect({ code, out }).toEqual({
    code: 0,
    out: 'Le bureau est ouvert\npar la commune\npendant trois jours.\n',
  })
  expect(plain(err)).toContain('ont changé la même phrase')
  expect(here.cahier('merge-file', '-p', '-q', 'ours.md', 'base.md', 'theirs.md').err).toBe('')
})

it('one sentence changed twice is a conflict, drawn and counted as git does', () => {
  const here = three(BASE.replace('deux', 'trois'), BASE.replace('deux', 'quatre'))
  for (const style of [
    [],
    ...['--diff3', '--zdiff3', '--ours', '--theirs', '--union'].map((one) => [one]),
    ...['9', '0', '-1', '2000'].map((size) => [`--marker-size=${size}`]),
    // Of two that exclude each other the last one counts; a side that is kept leaves nothing to
    // draw.
    ['--ours', '--theirs'],
    ['--theirs', '--ours'],
    ['--theirs', '--union'],
    ['--diff3', '--zdiff3'],
    ['--zdiff3', '--diff3'],
    ['--diff3', '--ours'],
    ['--theirs', '--zdiff3'],
  ]) {
    const args = [
      'merge-file',
      '-p',
      '-q',
      ...style,
      '-L',
      'nous',
      '-L',
      'base',
      '-L',
      'eux',
      'ours.md',
      'base.md',
      'theirs.md',
    ]
    const answer = git(here, ...args)
    expect(here.cahier(...args)).toEqual({
      code: answer.code,
      out: answer.bytes.toString('utf8'),
      err: '',
    })
  }
  expect(here.read('ours.md')).toBe(BASE.replace('deux', 'trois'))
})

it('so is one at the end of files of which one alone ends with a line end, and one at their beginning', () => {
  for (const [ours, theirs, base] of [
    ['Un.\n\nTrois mots.', 'Un.\n\nQuatre mots.', 'Un.\n\nDeux mots.'],
    ['Un.\n\nTrois mots.\n', 'Un.\n\nQuatre mots.', 'Un.\n\nDeux mots.\n'],
    ['Trois mots.\n\nUn.\n', 'Quatre mots.\n\nUn.\n', 'Deux mots.\n\nUn.\n'],
  ] as const)
    for (const style of [[], ['--diff3']]) {
      const here = three(ours, theirs, base)
      const args = ['merge-file', '-p', '-q', ...style, ...FILES]
      const answer = git(here, ...args)
      expect(here.cahier(...args)).toEqual({
        code: answer.code,
        out: answer.bytes.toString('utf8'),
        err: '',
      })
    }
})

/**
 * Two items of a list: both sides change the second, and one the first, which no line merge
 * settles.
 */
function partly() {
  const base = '- Un mot.\n- Deux mots.\n'
  return three(
    '- Un seul mot.\n- Trois mots.\n- Fin.\n',
    '- Un mot.\n- Quatre mots.\n- Fin.\n',
    base,
  )
}

const FILES = ['ours.md', 'base.md', 'theirs.md']

it('a conflict that is left is drawn as the configuration of git says, unless an option does', () => {
  const here = partly()
  const drawn = (...options: readonly string[]) =>
    here.cahier('merge-file', '-p', '-q', ...options, ...FILES)
  const [plainly, withBase, shortly] = [drawn(), drawn('--diff3'), drawn('--zdiff3')]
  expect(plainly).toEqual({
    code: 1,
    out: '- Un seul mot.\n<<<<<<< ours.md\n- Trois mots.\n=======\n- Quatre mots.\n>>>>>>> theirs.md\n- Fin.\n',
    err: '',
  })
  expect(new Set([plainly.out, withBase.out, shortly.out]).size).toBe(3)
  git(here, 'init', '-q')
  for (const [style, expected] of Object.entries({
    merge: plainly,
    diff3: withBase,
    zdiff3: shortly,
  })) {
    git(here, 'config', 'merge.conflictStyle', style)
    expect(drawn()).toEqual(expected)
    expect(drawn('--zdiff3')).toEqual(shortly)
  }
})

it('outside a repository, the configuration is heeded where git heeds it', () => {
  const [here, torn] = [
    partly(),
    three(BASE.replace('deux', 'trois'), BASE.replace('deux', 'quatre')),
  ]
  for (const desk of [here, torn]) desk.write('.gitconfig', '[merge]\n\tconflictStyle = diff3\n')
  const showsBase = git(torn, 'merge-file', '-p', '-q', ...FILES).bytes.includes('|||||||')
  for (const desk of [here, torn])
    expect(desk.cahier('merge-file', '-p', '-q', ...FILES).out.includes('|||||||')).toBe(showsBase)
})

it('as many conflicts as are left, up to 127', () => {
  const lines = (word: string) =>
    Array.from(
      { length: 200 },
      (_, index) => `Phrase ${index} ${word}.\n\n${'Entre deux.\n'.repeat(5)}`,
    ).join('\n')
  const here = three(lines('un'), lines('deux'), lines('zéro'))
  expect(here.cahier('merge-file', '-p', '-q', 'ours.md', 'base.md', 'theirs.md').code).toBe(127)
})

it('words are merged when they are asked for', () => {
  const here = three(BASE.replace('deux', 'trois'), BASE.replace('semaine', 'quinzaine'))
  expect(here.cahier('merge-file', '-p', 'ours.md', 'base.md', 'theirs.md').code).toBe(1)
  const { out, err } = here.cahier(
    'merge-file',
    '-p',
    '--granularity',
    'word',
    'ours.md',
    'base.md',
    'theirs.md',
  )
  expect(out).toBe('La commune ouvre un guichet. Il ouvre trois jours par quinzaine.\n')
  expect(plain(err)).toContain('ont changé la même phrase')
})

it('a sentence that both changed, one of them further, is a conflict; merged word by word, it is told, though the result is what one wrote', () => {
  const shorter = BASE.replace('deux jours', 'trois jours')
  const further = BASE.replace('deux jours par semaine', 'trois jours par semaine, sauf en août')
  const here = three(shorter, further)
  expect(here.cahier('merge-file', '-p', '-q', ...FILES).code).toBe(1)
  const { code, out, err } = here.cahier('merge-file', '-p', '--granularity', 'word', ...FILES)
  expect({ code, out }).toEqual({ code: 0, out: further })
  expect(plain(err)).toContain('ont changé la même phrase')
})

it('the stances of two people who spoke on two proposals are both there; one stance written by two hands is a conflict', () => {
  const base = 'serial: 3\npositions:\n  b:\n    stance: consent\n    date: 2025-01-01\n'
  const added = (id: string) => `  ${id}:\n    stance: consent\n    date: 2025-02-02\n`
  const here = three(
    base.replace('  b:', `${added('a')}  b:`),
    `${base}${added('c')}`,
    base,
    'yaml',
  )
  expect(
    here.cahier('merge-file', '-p', '-q', 'ours.yaml', 'base.yaml', 'theirs.yaml'),
  ).toMatchObject({
    code: 0,
    out: `serial: 3\npositions:\n${added('a')}${base.slice(base.indexOf('  b:'))}${added('c')}`,
  })
  const torn = three(
    base.replace('consent', 'objection'),
    base.replace('2025-01-01', '2025-03-03'),
    base,
    'yaml',
  )
  expect(
    torn.cahier(
      'merge-file',
      '-p',
      '-q',
      '--granularity',
      'word',
      'ours.yaml',
      'base.yaml',
      'theirs.yaml',
    ).code,
  ).toBe(1)
})

it('without git, the answer is the same', () => {
  const here = three(OURS, THEIRS).where({ PATH: '' })
  expect(here.cahier('merge-file', '-p', '-q', 'ours.md', 'base.md', 'theirs.md')).toEqual({
    code: 0,
    out: 'La commune ouvre deux guichets. Il ouvre trois jours par semaine.\n',
    err: '',
  })
})

it('what it does not know, what is badly encoded, or already in conflict, is git’s, byte for byte', () => {
  const cases = [
    three(OURS, THEIRS, BASE, 'json'),
    three(
      Buffer.from(`caf\xe9\n${OURS}`, 'latin1'),
      Buffer.from(`caf\xe9\n${THEIRS}`, 'latin1'),
      Buffer.from(`caf\xe9\n${BASE}`, 'latin1'),
    ),
    three(`<<<<<<< HEAD\n${OURS}`, `<<<<<<< HEAD\n${THEIRS}`, `<<<<<<< HEAD\n${BASE}`),
    three(`Un.\r\n${OURS}`, `Un.\r\n${THEIRS}`, `Un.\r\n${BASE}`),
    three(
      `${'x'.repeat(1_000_000)}\n${OURS}`,
      `${'x'.repeat(1_000_000)}\n${THEIRS}`,
      `${'x'.repeat(1_000_000)}\n${BASE}`,
    ),
  ]
  for (const here of cases) {
    const names = ['ours', 'base', 'theirs'].map(
      (name) => here.files().find((file) => file.startsWith(name)) ?? '',
    )
    const answer = git(here, 'merge-file', '-p', ...names)
    expect(answer.code).toBe(1)
    expect(here.cahier('merge-file', '-q', ...names).code).toBe(1)
    expect(here.bytes(names[0] ?? '').equals(answer.bytes)).toBe(true)
  }
})

it('conflicts can be shown to people word by word, in CriticMarkup, the rest being merged', () => {
  const base = 'Un guichet par commune. Il ouvre deux jours.\n\nFin.\n'
  const ours = base.replace('deux', 'trois').replace('Fin', 'La fin')
  const here = three(ours, base.replace('deux', 'cinq').replace('commune', 'quartier'), base)
  const { code, out } = here.cahier(
    'merge-file',
    '-p',
    '-q',
    '--criticmarkup',
    'ours.md',
    'base.md',
    'theirs.md',
  )
  expect({ code, out }).toEqual({
    code: 1,
    out: 'Un guichet par quartier. Il ouvre{~~ trois~> cinq~~} jours.\n\nLa fin.\n',
  })
})

it('anything that goes wrong is 255 and leaves the file alone', () => {
  const here = three('a\0b', 'c\0d')
  expect(here.cahier('merge-file', 'ours.md', 'base.md', 'theirs.md').code).toBe(255)
  expect(here.read('ours.md')).toBe('a\0b')
  const { code, err } = here.cahier('merge-file', 'ours.md', 'base.md', 'absent.md')
  expect([code, err]).toEqual([255, expect.stringContaining('absent.md')])
  // A wrong command never looks like a count of conflicts.
  for (const wrong of [
    ['ours.md', 'base.md'],
    ['ours.md', 'base.md', 'theirs.md', '--what'],
    ['ours.md', 'base.md', 'theirs.md', '--granularity', 'letter'],
    ['ours.md', 'base.md', 'theirs.md', '--marker-size', '0x9'],
  ])
    expect(here.cahier('merge-file', ...wrong).code).toBe(129)
})

it('where git names a file that had no beginning, how to keep both is told; of files given by hand there is nothing in its index', () => {
  const here = three('# Un\n\nA.\n', '# Un\n\nB.\n', '')
  const said = (...args: readonly string[]) =>
    here.cahier('merge-file', '-p', ...args, ...FILES).err
  expect(said('--path', 'notes/un.md')).toContain('git show ":3:notes/un.md"')
  expect(plain(said())).toBe('ours.md : 1 conflit\n')
})
