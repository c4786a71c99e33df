import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { type Desk, desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'
import { smallProgramme } from './small-programme.ts'

const TEXT = 'axes/services/guichet.md'

// Before 2.44, git has no names for the two sides.
const [, major, minor] = (
  /(\d+)\.(\d+)/.exec(execFileSync('git', ['--version'], { encoding: 'utf8' })) ?? []
).map(Number)
const [OURS, THEIRS] =
  Number(major) * 1000 + Number(minor) < 2044 ? ['nous', 'eux'] : ['HEAD', 'autre']

/** A programme in a repository, set up, and two branches that each change something. */
function branches(here: Desk, ours: (here: Desk) => void, theirs: (here: Desk) => void) {
  expect(here.cahier('setup', 'git').code).toBe(0)
  here.commit('texte')
  here.git('checkout', '-qb', 'autre')
  theirs(here)
  here.commit('texte')
  here.git('checkout', '-q', 'main')
  ours(here)
  here.commit('texte')
}

function inGit() {
  const here = desk()
  here.git('init', '-q', '-b', 'main')
  here.write(
    TEXT,
    `${here.read(TEXT)}\nLe guichet ouvre deux matins. Il est gratuit. Il est au centre.\n`,
  )
  return here
}

it('two branches that change two sentences of one paragraph merge, and what to read again is said', () => {
  const here = inGit()
  branches(
    here,
    () => here.edit(TEXT, 'deux matins', 'trois matins'),
    () => here.edit(TEXT, 'est gratuit', 'est gratuit et libre'),
  )
  const { code, out, err } = here.git('merge', '--no-edit', 'autre')
  expect(code).toBe(0)
  expect(here.read(TEXT)).toContain(
    'Le guichet ouvre trois matins. Il est gratuit et libre. Il est au centre.\n',
  )
  expect(plain(out + err)).toMatch(
    new RegExp(
      `guichet\\.md, ligne \\d+, à relire : « ${OURS} » et « ${THEIRS} » ont changé des phrases voisines`,
    ),
  )
})

it('a branch in which a text came with line ends of Windows, as some forges write them, merges all the same', () => {
  const here = inGit()
  branches(
    here,
    () => here.edit(TEXT, 'deux matins', 'trois matins'),
    () => {
      here.edit(TEXT, 'est gratuit', 'est gratuit et libre')
      here.write('venu-du-web', here.read(TEXT).replaceAll('\n', '\r\n'))
      const blob = here.git('hash-object', '-w', '--no-filters', 'venu-du-web').out.trim()
      here.remove('venu-du-web')
      here.git('update-index', '--cacheinfo', `100644,${blob},${TEXT}`)
      expect(here.git('commit', '-qm', 'Par le web').code).toBe(0)
      here.git('checkout', '-qf', 'HEAD')
      here.write('note.txt', 'Une note.\n')
    },
  )
  expect(here.git('merge', '--no-edit', 'autre').code).toBe(0)
  expect(here.read(TEXT)).toContain(
    'Le guichet ouvre trois matins. Il est gratuit et libre. Il est au centre.\n',
  )
  expect(here.read(TEXT)).not.toContain('\r')
})

it('what stays a conflict shows the base when git is asked to', () => {
  const here = inGit()
  here.write(TEXT, `${here.read(TEXT)}\n- Un mot.\n- Deux mots.\n`)
  branches(
    here,
    () => here.edit(TEXT, '- Un mot.\n- Deux mots.', '- Un seul mot.\n- Trois mots.'),
    () => here.edit(TEXT, '- Deux mots.', '- Quatre mots.'),
  )
  expect(here.git('-c', 'merge.conflictStyle=diff3', 'merge', '--no-edit', 'autre').code).toBe(1)
  expect(here.read(TEXT)).toMatch(
    /- Un seul mot\.\n<{7} .*\n- Trois mots\.\n\|{7}.*\n- Deux mots\.\n={7}\n- Quatre mots\.\n>{7} /,
  )
})

it('one sentence changed in two branches stays a conflict, with the names of both', () => {
  const here = inGit()
  branches(
    here,
    () => here.edit(TEXT, 'deux matins', 'trois matins'),
    () => here.edit(TEXT, 'deux matins', 'quatre matins'),
  )
  expect(here.git('merge', '--no-edit', 'autre').code).toBe(1)
  expect(here.read(TEXT)).toMatch(
    new RegExp(`^<<<<<<< ${OURS}\n.*trois.*\n=======\n.*quatre.*\n>>>>>>> ${THEIRS}$`, 'm'),
  )
})

it('two sources added side by side are no sentence of two hands; two sentences of one note are', () => {
  const here = inGit()
  const note = (one: string, other: string) => `  note: >-\n    ${one}\n    ${other}\n`
  here.write(
    'sources.yaml',
    `${here.read('sources.yaml')}${note('Lue en mars.', 'Une page manque.')}`,
  )
  const add = (id: string) =>
    here.write(
      'sources.yaml',
      `${here.read('sources.yaml')}- id: ${id}\n  type: report\n  title: Un rapport\n  level: B\n`,
    )
  branches(
    here,
    () => add('un'),
    () => add('deux'),
  )
  const first = here.git('merge', '--no-edit', 'autre')
  expect([first.code, first.out + first.err]).toEqual([0, expect.not.stringContaining('à relire')])
  here.git('checkout', '-qb', 'note')
  here.edit('sources.yaml', 'Lue en mars.', 'Lue en avril.')
  here.commit('texte')
  here.git('checkout', '-q', 'main')
  here.edit('sources.yaml', 'Une page manque.', 'Deux pages manquent.')
  here.commit('texte')
  const second = here.git('merge', '--no-edit', 'note')
  expect(here.read('sources.yaml')).toContain(note('Lue en avril.', 'Deux pages manquent.'))
  expect(plain(second.out + second.err)).toContain('à relire')
})

it('a member that spoke for the first time in two branches, of two proposals, has said both', () => {
  const here = inGit()
  branches(
    here,
    () => expect(here.cahier('stance', 'exemple-a', 'guichet', 'consent').code).toBe(0),
    () =>
      expect(
        here.cahier(
          'stance',
          'exemple-a',
          'courrier',
          'objection',
          '--argument',
          'Un mois est trop long.',
        ).code,
      ).toBe(0),
  )
  const { code, out, err } = here.git('merge', '--no-edit', 'autre')
  expect([code, out + err]).toEqual([0, expect.not.stringContaining('à relire')])
  expect(here.read('positions/exemple-a.yaml')).toMatch(
    /^positions:\n {2}courrier:\n {4}stance: objection\n(?: {4}.*\n)+ {2}guichet:\n {4}stance: consent\n/m,
  )
  expect(here.cahier('check').code).toBe(0)
})

it('a member that spoke once in one branch and twice in another has said it all, under the greater serial', () => {
  const here = inGit()
  const speak = (...words: readonly string[]) =>
    expect(here.cahier('stance', 'exemple-a', ...words).code).toBe(0)
  speak('guichet', 'abstention')
  here.commit('texte')
  branches(
    here,
    () => speak('guichet', 'consent'),
    () => {
      speak('courrier', 'reservation', '--argument', 'Un mois est long.')
      speak('courrier', 'objection', '--argument', 'Un mois est trop long.')
    },
  )
  const { code, out, err } = here.git('merge', '--no-edit', 'autre')
  expect([code, out + err]).toEqual([0, expect.not.stringContaining('à relire')])
  expect(here.read('positions/exemple-a.yaml')).toMatch(
    /^serial: 3\n[\s\S]*stance: objection\n[\s\S]*stance: consent\n/m,
  )
  expect(here.cahier('check', '--since', 'HEAD~1').code).toBe(0)
})

it('two closings of one round, in two branches, are a conflict, and what they froze is never made of both', () => {
  const here = inGit()
  expect(here.cahier('open', 'guichet', '--closes', '2025-03-02').code).toBe(0)
  expect(here.cahier('stance', 'exemple-a', 'guichet', 'consent').code).toBe(0)
  here.commit('texte')
  const close = () => expect(here.cahier('close', 'guichet', '--date', '2025-03-03').code).toBe(0)
  branches(here, close, () => {
    expect(here.cahier('stance', 'exemple-a', 'courrier', 'consent').code).toBe(0)
    close()
  })
  const copy = 'decisions/guichet/2025-03-01/positions/exemple-a.yaml'
  const before = here.bytes(copy)
  expect(here.git('merge', '--no-edit', 'autre').code).toBe(1)
  expect(here.bytes(copy)).toEqual(before)
  expect(here.git('status', '--short').out).toContain(`AA ${copy}\n`)
})

it('two amendments of one member that bear one name, from two branches, are a conflict, and one is told how to keep both', () => {
  const here = inGit()
  const amend = (from: string, to: string) => () => {
    here.edit(TEXT, from, to)
    expect(
      here.cahier('amend', 'guichet', '--by', 'exemple-a', '--reasons', 'Pour plus de place.').code,
    ).toBe(0)
  }
  branches(here, amend('deux matins', 'trois matins'), amend('au centre', 'trois fois au centre'))
  const one = 'amendments/guichet/trois-exemple-a.md'
  here.git('checkout', '-q', 'autre')
  const [other = ''] = here.files().filter((path) => path.startsWith('amendments/guichet/trois'))
  if (other !== one) here.git('mv', other, one)
  here.git('commit', '-qm', 'Un nom')
  here.git('checkout', '-q', 'main')
  const { code, out, err } = here.git('merge', '--no-edit', 'autre')
  expect(code).toBe(1)
  expect(plain(out + err)).toContain(`git show ":3:${one}"`)
  for (const side of [2, 3])
    here.write(`amendments/guichet/wish-${side}.md`, here.git('show', `:${side}:${one}`).out)
  here.git('rm', '-qf', one)
  here.commit('texte')
  expect(here.cahier('check').code).toBe(0)
  expect(JSON.parse(here.cahier('amendments', 'guichet', '--format', 'json').out)).toMatchObject({
    amendments: [{ placed: true }, { placed: true }],
  })
})

it.each([
  ['is no longer', ''],
  ['cannot run', 'throw new Error()\n'],
])(
  'where the program %s, git merges by itself and says so: both sides of a conflict are seen',
  (_, program) => {
    const here = inGit()
    branches(
      here,
      () => here.edit(TEXT, 'deux matins', 'trois matins'),
      () => here.edit(TEXT, 'deux matins', 'quatre matins'),
    )
    const driver = here.git('config', 'merge.cahier.driver').out.trim()
    if (program !== '') here.write('.git/autre.cjs', program)
    here.git(
      'config',
      'merge.cahier.driver',
      driver.replace(/^.*? merge-file/, 'node .git/autre.cjs merge-file'),
    )
    const { code, out, err } = here.git('merge', '--no-edit', 'autre')
    expect(code).toBe(1)
    expect(plain(out + err)).toContain(
      `cahier n’a pas pu fusionner, git le fait ligne à ligne : ${TEXT}\n`,
    )
    expect(here.read(TEXT)).toMatch(
      new RegExp(
        `<{7} ${OURS}\nLe guichet ouvre trois .*\n={7}\nLe guichet ouvre quatre .*\n>{7} ${THEIRS}\n`,
      ),
    )
  },
)

it.each([
  ['is no longer', 'cahier-qui-n-est-plus diff'],
  ['cannot run', "node -e 'process.exit(1)' diff"],
])('where the program %s, git compares line by line', (_, words) => {
  const here = inGit()
  expect(here.cahier('setup', 'git').code).toBe(0)
  here.commit('texte')
  here.edit(TEXT, 'est gratuit', 'est gratuit et libre')
  const textconv = here.git('config', 'diff.cahier.textconv').out.trim()
  here.git('config', 'diff.cahier.textconv', textconv.replace(/\{ .*? diff/, `{ ${words}`))
  for (const asked of [['diff'], ['log', '-p', '-1']]) {
    const { code, out, err } = here.git(...asked)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('+Le guichet ouvre deux matins. Il est gratuit')
  }
})

it('set up by npx, it is found without npx', () => {
  const here = inGit()
  const bin = `${here.folder}/node_modules/.bin`
  mkdirSync(bin, { recursive: true })
  symlinkSync(
    fileURLToPath(new URL('../../packages/cli/bin/cahier.js', import.meta.url)),
    `${bin}/cahier`,
  )
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
  expect(here.where({ PATH: [bin, ...path].join(delimiter) }).cahier('setup', 'git').code).toBe(0)
  here.commit('texte')
  here.edit(TEXT, 'est gratuit', 'est gratuit et libre')
  const { out } = here.where({ PATH: path.join(delimiter) }).git('diff')
  expect(out).toContain('-Il est gratuit.\n+Il est gratuit et libre.\n')
})

it('git then compares sentence by sentence', () => {
  const here = inGit()
  expect(here.cahier('setup', 'git').code).toBe(0)
  here.commit('texte')
  here.edit(TEXT, 'est gratuit', 'est gratuit et libre')
  const { out } = here.git('diff')
  expect(out).toContain('-Il est gratuit.\n+Il est gratuit et libre.\n')
})

it('tells what it would do, does it once, and says how to undo it', () => {
  const here = inGit()
  const before = here.files()
  const settings = here.read('.git/config')
  expect(plain(here.cahier('setup', 'git', '--dry-run').out)).toContain(
    'serait réglé dans git : merge.cahier.driver\n',
  )
  expect([here.files(), here.read('.git/config')]).toEqual([before, settings])
  here.write('.gitattributes', '*.png binary\n')
  expect(plain(here.cahier('setup', 'git').out)).toContain('Pour défaire : ')
  const done = [here.read('.gitattributes'), here.read('.git/config')]
  expect(done[0]).toMatch(/^\*\.png binary\n[\s\S]*\npositions\/\*\* -text\n/)
  expect(plain(here.cahier('setup', 'git').out)).toContain('Tout est déjà en place.')
  expect([here.read('.gitattributes'), here.read('.git/config')]).toEqual(done)
})

it('is for the programme only, wherever it is in the repository, and in a second working tree', () => {
  const around = emptyDesk()
  around.git('init', '-q', '-b', 'main')
  for (const [path, text] of Object.entries(smallProgramme))
    around.write(`notre programme/${path}`, text)
  around.write('autre.md', 'Un.\n')
  around.commit('texte')
  expect(around.inside('notre programme').cahier('setup', 'git').code).toBe(0)
  const of = (path: string, name: string) =>
    around.git('check-attr', name, '--', path).out.trim().replace(/.*: /, '')
  expect(of(`notre programme/${TEXT}`, 'merge')).toBe('cahier')
  expect(of('notre programme/positions/exemple-a.yaml', 'merge')).toBe('cahier')
  expect(of('notre programme/positions/exemple-a.yaml', 'text')).toBe('unset')
  expect(of('autre.md', 'merge')).toBe('unspecified')
  around.commit('texte')
  expect(around.git('worktree', 'add', '-q', 'second', '-b', 'second').code).toBe(0)
  expect(plain(around.inside('second/notre programme').cahier('setup', 'git').out)).toContain(
    'Tout est déjà en place.',
  )
})

it('needs a repository, and git', () => {
  const { code, err } = desk().cahier('setup', 'git')
  expect(code).toBe(2)
  expect(plain(err)).toContain('n’est pas dans un dépôt git')
  expect(plain(inGit().where({ PATH: '' }).cahier('setup', 'git').err)).toContain('il faut git')
})
