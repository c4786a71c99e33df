import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, renameSync } from 'node:fs'
import { expect, it } from 'vitest'
import { decidedDesk } from './decided-desk.ts'
import { type Desk, desk, emptyDesk, realDesk } from './desk.ts'
import { plain } from './plain.ts'
import { schemaFaults } from './schema-faults.ts'
import { told } from './told-by-check.ts'

const FILE = 'decisions/guichet.yaml'

/** A repository of which the programme is a folder, committed. */
function inRepository(here: Desk): Desk {
  const repository = emptyDesk()
  cpSync(here.folder, `${repository.folder}/programme`, { recursive: true })
  repository.git('init', '-q', '-b', 'main')
  repository.commit('Un programme')
  return repository
}

it('recomputes the real programme, and finds but the round that it shows as void', () => {
  const here = realDesk().where({ CAHIER_DATE: '2026-11-24' })
  expect(told(here)).toEqual({
    code: 0,
    said: [expect.stringMatching(/^axes\/climat-metaux\/demande-metaux\.md:2:8 .* ce tour tombe/)],
  })
  const report = JSON.parse(here.cahier('check', '--format', 'json').out)
  expect(schemaFaults('report-check', report)).toEqual([])
  expect(report.recomputed.outcomes).toBeGreaterThan(5)
})

it('an outcome written by hand is refused', () => {
  const here = decidedDesk()
  expect(told(here)).toEqual({ code: 0, said: [] })
  here.edit(FILE, 'result: adopted', 'result: blocked')
  expect(told(here)).toEqual({
    code: 1,
    said: [
      `${FILE}:13:15 Le résultat écrit est « blocked » (bloquée), mais les positions comptées donnent « adopted » (adoptée).`,
    ],
  })
  expect(told(here, '--lang', 'en').said).toEqual([
    `${FILE}:13:15 The result written is “blocked”, but the stances counted give “adopted”.`,
  ])
})

it('a member slipped into the electorate is refused', () => {
  const here = decidedDesk()
  here.edit(FILE, '      exemple-c: 1\n', '      exemple-c: 1\n      exemple-d: 1\n')
  here.write(
    'collectives/exemple-d.yaml',
    'name: Exemple D\nkind: association\njoined: 2025-03-02\n',
  )
  expect(told(here)).toEqual({
    code: 1,
    said: [
      expect.stringMatching(
        /^decisions\/guichet\.yaml:\d+:\d+ Le sceau du tour ouvert le 1er mars 2025 ne correspond plus : les jours, le texte, la règle ou les membres ont été modifiés après l’ouverture\.$/,
      ),
    ],
  })
})

it('a copy that was touched is refused, and so is one that is gone', () => {
  const here = decidedDesk()
  here.edit('decisions/guichet/2025-03-01/text.md', 'deux jours', 'trois jours')
  const putBack =
    'Remettez ce qui était là : git le garde (git restore, ou git log), et le dossier record/ d’une édition publiée aussi.'
  const copy = 'decisions/guichet/2025-03-01/text.md'
  expect(told(here).said).toEqual([
    `${FILE}:5:11 La copie « ${copy} » n’est pas le texte qui a été figé. ${putBack}`,
  ])
  here.remove(copy)
  expect(told(here).said).toEqual([
    `${FILE}:5:11 Il manque la copie du texte figé : ${copy}. ${putBack}`,
  ])
})

it('since a revision: a round cannot vanish, even with all its traces', () => {
  const here = decidedDesk()
  const { git } = here
  for (const words of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    ['commit', '-qm', 'Un tour'],
  ])
    git(...words)
  expect(told(here, '--since', 'main')).toEqual({ code: 0, said: [] })
  here.remove('decisions')
  expect(told(here)).toEqual({ code: 0, said: [] })
  const { code, said } = told(here, '--since', 'main')
  expect(code).toBe(1)
  expect(said).toContain(
    `${FILE}:1:1 Ce fichier d’un tour ou d’une édition a été enlevé : il doit rester.`,
  )
})

it('since a revision: line ends that git gives to a copy of its own on Windows are no change, and a change among them is one', () => {
  const here = decidedDesk()
  here.git('init', '-qb', 'main')
  here.commit('Un tour clos')
  here.git('config', 'core.autocrlf', 'true')
  here.git('rm', '-q', '--cached', '-r', '.')
  here.git('reset', '-q', '--hard')
  const copy = here.files().find((path) => /\/2025-03-01\/text\.md$/.test(path)) ?? ''
  expect(here.read(copy)).toContain('\r\n')
  expect(told(here, '--since', 'main')).toEqual({ code: 0, said: [] })
  here.edit('positions/exemple-a.yaml', 'stance: consent', 'stance: abstention')
  expect(told(here, '--since', 'main').said).toEqual([
    expect.stringContaining('Le numéro de série doit monter'),
  ])
})

it('since a revision: a copy that a shared folder left beside its original may be removed, as one is told to', () => {
  const here = decidedDesk()
  here.write('positions/exemple-a (1).yaml', here.read('positions/exemple-a.yaml'))
  here.write('decisions/guichet (conflicted copy).yaml', here.read(FILE))
  here.git('init', '-qb', 'main')
  here.commit('Un tour, et ce qu’un dossier partagé a mis de côté')
  expect(told(here, '--since', 'main').said).toHaveLength(2)
  here.remove('positions/exemple-a (1).yaml')
  here.remove('decisions/guichet (conflicted copy).yaml')
  expect(told(here, '--since', 'main')).toEqual({ code: 0, said: [] })
})

it('since a revision, in a hook of a linked worktree: the programme is still where it is in the repository', () => {
  const here = emptyDesk()
  const git = (...words: string[]) => expect(here.git(...words).code).toBe(0)
  cpSync(decidedDesk().folder, `${here.folder}/depot/programme`, { recursive: true })
  git('init', '-q', '-b', 'main', 'depot')
  git('-C', 'depot', 'add', '-A')
  git('-C', 'depot', 'commit', '-qm', 'Un tour')
  git('-C', 'depot', 'worktree', 'add', '-q', '-b', 'autre', '../autre')
  const inside = here
    .inside('autre/programme')
    .where({ GIT_DIR: `${here.folder}/depot/.git/worktrees/autre` })
  expect(told(inside, '--since', 'main')).toEqual({ code: 0, said: [] })
  inside.remove('decisions')
  expect(told(inside, '--since', 'main').said).toContain(
    `${FILE}:1:1 Ce fichier d’un tour ou d’une édition a été enlevé : il doit rester.`,
  )
})

it('since a revision in which the whole folder had another name: it is still compared with itself', () => {
  const here = decidedDesk()
  const repository = inRepository(here)
  repository.git('checkout', '-qb', 'autre-nom')
  repository.git('mv', 'programme', 'notre-programme')
  repository.git('commit', '-qm', 'Un autre nom')
  const inside = repository.inside('notre-programme')
  expect(told(inside, '--since', 'main')).toEqual({ code: 0, said: [] })
  inside.remove(FILE)
  expect(told(inside, '--since', 'main').said).toContain(
    `${FILE}:1:1 Ce fichier d’un tour ou d’une édition a été enlevé : il doit rester.`,
  )
  // So little is left of its manifest that git sees another file.
  inside.write('programme.yaml', inside.read('programme.yaml').replace(/$/gm, ' # mot'.repeat(40)))
  repository.commit('Un manifeste méconnaissable')
  expect(told(inside, '--since', 'main').said).toContain(
    `${FILE}:1:1 Ce fichier d’un tour ou d’une édition a été enlevé : il doit rester.`,
  )
})

it('since a revision in which the whole folder had another name, of which git was not told yet', () => {
  const here = decidedDesk()
  const repository = inRepository(here)
  renameSync(`${repository.folder}/programme`, `${repository.folder}/textes`)
  const inside = repository.inside('textes')
  expect(told(inside, '--since', 'main')).toEqual({ code: 0, said: [] })
  inside.remove(FILE)
  expect(told(inside, '--since', 'main').said).toContain(
    `${FILE}:1:1 Ce fichier d’un tour ou d’une édition a été enlevé : il doit rester.`,
  )
})

it('since a revision that merged this branch, and was merged by it, before both went on: none of the places where they parted hides a change', () => {
  const here = decidedDesk()
  const git = (...words: string[]) => expect(here.git(...words).code).toBe(0)
  const decisions = here.files().filter((path) => path.startsWith('decisions/'))
  const texts = decisions.map((path) => here.read(path))
  here.remove('decisions')
  git('init', '-q', '-b', 'main')
  here.commit('Rien de décidé')
  git('checkout', '-qb', 'tour')
  for (const [index, path] of decisions.entries()) here.write(path, texts[index] ?? '')
  here.where({ GIT_COMMITTER_DATE: '2025-03-01T10:00:00' }).commit('Un tour')
  git('checkout', '-qb', 'note', 'main')
  here.write('NOTE.md', '# Note\n')
  here.where({ GIT_COMMITTER_DATE: '2025-03-02T10:00:00' }).commit('Une note')
  git('checkout', '-qB', 'main', 'tour')
  git('merge', '-q', '--no-edit', 'note')
  git('checkout', '-qB', 'autre', 'note')
  git('merge', '-q', '--no-edit', 'tour')
  here.remove('decisions')
  here.commit('Une virgule', '--amend')
  expect(told(here, '--since', 'main').said).toContain(
    `${FILE}:1:1 Ce fichier d’un tour ou d’une édition a été enlevé : il doit rester.`,
  )
})

it('since a revision that merged this branch, and was merged by it: what it did itself since one of the places where they parted is nobody else’s doing', () => {
  const here = decidedDesk()
  const git = (...words: string[]) => expect(here.git(...words).code).toBe(0)
  const [first = ''] = here.files().filter((path) => path.startsWith('positions/'))
  const vote = here.read(first)
  here.remove(first)
  git('init', '-q', '-b', 'main')
  here.commit('Sans cette voix')
  git('checkout', '-qb', 'note')
  here.write('NOTE.md', '# Note\n')
  here.commit('Une note')
  git('checkout', '-q', 'main')
  here.edit('programme.yaml', 'Europe/Paris', 'Europe/Brussels')
  here.commit('Un autre fuseau')
  here.write(first, vote)
  here.commit('Une voix')
  git('checkout', '-qb', 'autre', 'note')
  git('merge', '-q', '--no-edit', 'main')
  git('checkout', '-q', 'main')
  git('merge', '-q', '--no-edit', 'note')
  git('checkout', '-q', 'autre')
  here.write('NOTE.md', '# Une note\n')
  here.commit('Un mot')
  expect(told(here, '--since', 'main')).toEqual({ code: 0, said: [] })
})

it('since a revision that is not there: says whether there is no repository, no such name, or but a part of the history', () => {
  const [nowhere, here, shallow] = [desk(), desk(), emptyDesk()]
  const git = (...words: string[]) => expect(here.git(...words).code).toBe(0)
  git('init', '-q', '-b', 'main')
  for (const message of ['Un', 'Deux']) here.commit(message, '--allow-empty')
  git('clone', '-q', '--depth', '1', `file://${here.folder}`, shallow.folder)
  const refusal = (where: Desk, revision: string) => {
    const { code, err } = where.cahier('check', '--since', revision)
    expect(code).toBe(2)
    return plain(err)
  }
  expect(refusal(nowhere, 'main')).toContain('il n’y a pas de dépôt git ici')
  expect(refusal(here.where({ PATH: '' }), 'main')).toBe(
    'cahier : il faut git, et il est introuvable\n',
  )
  expect(refusal(here, 'principale')).toBe(
    'cahier : git ne connaît ici ni branche ni commit « principale »\n',
  )
  expect(refusal(here, 'HEAD^{tree}')).toBe(
    'cahier : git ne connaît ici ni branche ni commit « HEAD^{tree} »\n',
  )
  expect(plain(here.cahier('check', '--since=--all').err)).toBe(
    'cahier : git ne connaît ici ni branche ni commit « --all »\n',
  )
  git('update-ref', 'refs/remotes/ailleurs/v2/suite', 'HEAD')
  expect(refusal(here, 'v2/suite')).toBe(
    'cahier : git ne connaît ici ni branche ni commit « v2/suite » : vouliez-vous écrire « ailleurs/v2/suite » ?\n',
  )
  for (const revision of [':/Un', 'HEAD^{/Un}', 'HEAD@{1}'])
    expect(here.cahier('check', '--since', revision).code, revision).toBe(0)
  expect(refusal(shallow, 'HEAD~1')).toContain(
    'cette copie n’a qu’une partie de l’histoire, « git fetch --unshallow » donne le reste',
  )
  expect(plain(shallow.cahier('log', 'guichet').out)).toContain(
    'Cette copie n’a qu’une partie de l’histoire',
  )
  expect(plain(here.cahier('log', 'guichet').out)).not.toContain('Cette copie')
})

it('a contribution that makes its folder a repository of its own: its settings run nothing, and its history is not believed', () => {
  const [repository, forged] = [inRepository(decidedDesk()), emptyDesk()]
  const revision = repository.git('rev-parse', 'HEAD').out.trim()
  const here = repository.inside('programme')
  forged.git('init', '-q', '--bare')
  for (const path of ['HEAD', 'config']) here.write(path, forged.bytes(path))
  for (const path of ['refs/heads/.garde', 'objects/.garde']) here.write(path, '')
  // Where git looks for an object that it does not have: a command.
  for (const [key, value] of [
    ['core.repositoryFormatVersion', '1'],
    ['extensions.partialClone', 'origin'],
    ['remote.origin.promisor', 'true'],
    ['remote.origin.url', `ext::touch ${here.folder}/obéi`],
    ['protocol.ext.allow', 'always'],
  ] as const)
    here.git('config', '-f', 'config', key, value)
  const { code, err } = here.cahier('check', '--since', revision)
  expect(here.has('obéi')).toBe(false)
  expect(code).toBe(2)
  expect(plain(err)).toContain('git refuse de le lire')
  here.cahier('log', 'guichet')
  expect(here.has('obéi')).toBe(false)
  // Nor is git asked anything there, not even why it refuses.
  const programs = emptyDesk()
  programs.write('git', `#!/bin/sh\necho "$@" >> "${programs.folder}/demandes"\n`)
  chmodSync(`${programs.folder}/git`, 0o755)
  here
    .where({ PATH: `${programs.folder}:${process.env.PATH}` })
    .cahier('check', '--since', revision)
  expect(programs.has('demandes')).toBe(false)
})

it.skipIf(process.platform === 'win32')(
  'a program called git in the folder that one is in is not the one that Windows finds',
  () => {
    const [here, programs] = [decidedDesk(), emptyDesk()]
    programs.write(
      'git',
      `#!/bin/sh\nprintf %s "$NoDefaultCurrentDirectoryInExePath" > "${programs.folder}/réglage"\n`,
    )
    chmodSync(`${programs.folder}/git`, 0o755)
    here
      .where({ PATH: `${programs.folder}:${process.env.PATH}` })
      .cahier('check', '--since', 'main')
    expect(programs.read('réglage')).toBe('1')
  },
)

it('all that lint finds is found too', () => {
  const here = decidedDesk()
  here.edit('axes/reseaux/sobriete.md', 'horizon: court', 'horizon: Court')
  expect(told(here).said).toEqual([
    'axes/reseaux/sobriete.md:4:10 « Court » n’est pas un horizon du programme : écrivez « court ».',
  ])
})

it.skipIf(process.platform === 'win32')(
  'a pipe in the place of the manifest, or of package.json, is not waited for',
  () => {
    const here = desk()
    for (const path of ['package.json', 'programme.yaml']) {
      if (here.has(path)) here.remove(path)
      spawnSync('mkfifo', [`${here.folder}/${path}`])
      const { code } = here.cahier(
        path === 'package.json' ? 'publish' : 'check',
        ...(path === 'package.json' ? ['--out', 'livre'] : []),
      )
      expect([path, code]).toEqual([path, path === 'package.json' ? 0 : 1])
    }
  },
)

it.skipIf(process.platform === 'win32')(
  'a pipe that is named to be read is refused, in a programme or not',
  () => {
    for (const here of [desk(), emptyDesk()]) {
      spawnSync('mkfifo', [`${here.folder}/tube.md`])
      const { code, err } = here.cahier('lint', 'tube.md')
      expect([code, plain(err)]).toEqual([
        2,
        expect.stringMatching(/^cahier : « tube\.md » n’est ni un fichier ordinaire ni un dossier/),
      ])
    }
  },
)
