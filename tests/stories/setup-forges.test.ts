import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Desk, desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'
import { smallProgramme } from './small-programme.ts'

describe('a forge checks each contribution', () => {
  it('with a file that takes the tool from the repository, never from a registry, and says how to put it there', () => {
    const here = desk()
    const { code, out } = here.cahier('setup', 'github')
    expect(code).toBe(0)
    expect(plain(out)).toMatch(/écrit : \.github\/workflows\/programme\.yml\nIl y faut l’outil, dans outils\/cahier\.tgz : .* « npm pack /)
    expect(() => parse(here.read('.github/workflows/programme.yml'))).not.toThrow()
    expect(plain(here.cahier('setup', 'github').out)).toContain('.github/workflows/programme.yml est déjà en place.')
    here.write('outils/cahier.tgz', '')
    expect(plain(here.cahier('setup', 'github').out)).not.toContain('npm pack')
  })

  it('and never over a file that is there: what to add to it is shown', () => {
    const here = desk()
    here.write('.gitlab-ci.yml', 'autre:\n  script: [true]\n')
    const { code, out } = here.cahier('setup', 'gitlab')
    expect(code).toBe(0)
    expect(plain(out)).toContain('.gitlab-ci.yml existe déjà, et reste comme il est.')
    expect(out).toContain('\nrelecture:\n')
    expect(here.read('.gitlab-ci.yml')).toBe('autre:\n  script: [true]\n')
  })

  it('or says in one line what cannot be read where it would stand', () => {
    const here = desk()
    here.write('.gitlab-ci.yml/x', '')
    const { code, err } = here.cahier('setup', 'gitlab')
    expect({ code, err: plain(err) }).toEqual({ code: 2, err: 'cahier : « .gitlab-ci.yml » ne peut pas être lu\n' })
  })

  it('as is shown first on request, with nothing written', () => {
    const here = desk()
    expect(here.cahier('setup', 'forgejo', '--dry-run').out).toContain('.forgejo/workflows/programme.yml')
    expect(here.has('.forgejo/workflows/programme.yml')).toBe(false)
  })

  it.each(['', 'notre programme d’été'])(
    'for real, with the programme in “%s”: a good contribution passes, a bad one is told where',
    (inside) => {
      const forge = repositoryWith(inside)
      const file = join(inside, 'axes/services/guichet.md')
      forge.git('switch', '-qc', 'bonne')
      forge.desk.edit(file, 'ouvert deux jours par semaine', 'ouvert trois jours par semaine')
      expect(forge.contribute('bonne')).toMatchObject({ code: 0 })
      forge.git('switch', '-qc', 'mauvaise', 'main')
      forge.desk.edit(file, '@insee-2022', '@insee-2202')
      const refused = forge.contribute('mauvaise')
      expect(refused.code).toBe(1)
      expect(refused.out).toContain('axes/services/guichet.md')
      // What runs is the tool of the branch it is meant for, whatever the contribution puts in its place.
      forge.git('switch', '-qc', 'rusee', 'main')
      forge.desk.edit(file, '@insee-2022', '@insee-2202')
      forge.desk.write('outils/cahier.tgz', 'rien')
      forge.desk.write('.npmrc', 'ignore-scripts=false\n')
      const cunning = forge.contribute('rusee')
      expect(cunning.code).toBe(1)
      expect(cunning.out).toContain('axes/services/guichet.md')
      // Nor is a folder that it turned into a submodule the one that was there.
      forge.git('switch', '-qc', 'vide', 'main')
      forge.desk.remove(join(inside, 'collectives'))
      forge.desk.write(join(inside, 'collectives/x'), '')
      forge.git('-C', join(inside, 'collectives'), 'init', '-q')
      forge.desk.inside(join(inside, 'collectives')).commit('Un autre dépôt')
      expect(forge.contribute('vide').code).toBe(1)
      forge.desk.remove(join(inside, 'collectives'))
      // Nor is what would be written down what is in the repository.
      forge.git('switch', '-qfc', 'recrite', 'main')
      forge.desk.write(join(inside, '.gitattributes'), '*.md working-tree-encoding=ISO-8859-1\n')
      forge.desk.edit(file, 'ouvert deux jours par semaine', 'ouvert trois jours par semaine')
      const rewritten = forge.contribute('recrite')
      expect(rewritten.code).toBe(1)
      expect(rewritten.out).toContain('Ã')
    },
    120_000,
  )

  it.each(['forgejo', 'gitlab'] as const)(
    'and what a contribution says of files in its .gitattributes rewrites nothing of the tool (%s)',
    (forge) => {
      const { desk: here, git, contribute } = repositoryWith('', forge)
      git('switch', '-qc', 'attributs')
      here.write('.gitattributes', 'outils/** text eol=crlf\n')
      here.edit('axes/services/guichet.md', 'ouvert deux jours par semaine', 'ouvert trois jours par semaine')
      expect(contribute('attributs')).toEqual({ code: 0, out: '' })
    },
    120_000,
  )

  it.each(['github', 'forgejo'])('and looks again when the branch it is meant for changes (%s)', (forge) => {
    const here = desk()
    here.cahier('setup', forge)
    expect(parse(here.read(PLACES[forge] ?? '')).on.pull_request.types).toEqual(['opened', 'synchronize', 'reopened', 'edited'])
  })

  it.each(['github', 'gitlab', 'forgejo'])('and %s holds for a conflict what is one, not a git that is too old to tell', (forge) => {
    const here = desk()
    here.git('init', '-q', '-b', 'main')
    here.cahier('setup', forge)
    here.commit('Un programme')
    const file = 'axes/services/guichet.md'
    for (const [branch, days] of [
      ['recue', 'trois'],
      ['autre', 'quatre'],
    ] as const) {
      here.git('switch', '-qc', branch, 'main')
      here.edit(file, 'deux jours', `${days} jours`)
      here.commit(branch)
    }
    const [base, contribution] = ['recue', 'autre'].map((branch) => here.git('rev-parse', branch).out.trim())
    const merging = runsOf(here.read(PLACES[forge] ?? '')).find((script) => script.includes('merge-tree')) ?? ''
    const run = (more: Readonly<Record<string, string>>) =>
      spawnSync(
        'bash',
        ['-e', '-o', 'pipefail', '-c', `base=${base} contribution=${contribution}\n${merging.replace(/^(base|contribution)=.*$/gm, '')}`],
        {
          cwd: here.folder,
          encoding: 'utf8',
          env: { ...process.env, RUNNER_TEMP: here.folder, ...more },
        },
      )
    const conflict = run({})
    expect(conflict.status).toBe(1)
    expect(conflict.stdout).toContain('entre en conflit avec la branche visée : mettez-la à jour')
    // As git 2.34 does, that of Ubuntu 22.04.
    const old = emptyDesk()
    const refusing =
      'case "$1" in merge-tree) echo "fatal: unknown rev --write-tree" >&2; exit 128;; --version) echo "git version 2.34.1"; exit;; esac'
    old.write('git', `#!/bin/sh\n${refusing}\nPATH=\${PATH#*:} exec git "$@"\n`)
    chmodSync(join(old.folder, 'git'), 0o755)
    const tooOld = run({ PATH: `${old.folder}:${process.env.PATH}` })
    expect(tooOld.status).toBe(1)
    expect(tooOld.stdout).not.toContain('mettez-la à jour')
    expect(tooOld.stdout).toMatch(
      /On ne sait pas si cette contribution entre en conflit .* Il faut git 2\.38 ou plus récent ; ici :\ngit version 2\.34\.1\n/,
    )
    expect(here.git('status', '--porcelain').out).toBe('')
  })
})

const PLACES: Readonly<Record<string, string>> = {
  github: '.github/workflows/programme.yml',
  gitlab: '.gitlab-ci.yml',
  forgejo: '.forgejo/workflows/programme.yml',
}

/** What a forge runs, in order. */
function runsOf(workflow: string): readonly string[] {
  const { jobs, relecture } = parse(workflow)
  if (relecture !== undefined) return relecture.script
  return jobs.relecture.steps.flatMap(({ run }: { readonly run?: string }) => run ?? [])
}

interface Repository {
  readonly desk: Desk
  readonly git: (...args: readonly string[]) => void
  /** Commits what is there, and runs what the forge runs of it. */
  readonly contribute: (branch: string) => { readonly code: number | null; readonly out: string }
}

/** A repository with a programme in one of its folders, the tool as an archive, and the workflow of a forge. */
function repositoryWith(inside: string, forge: 'forgejo' | 'gitlab' = 'forgejo'): Repository {
  const here = emptyDesk()
  for (const [path, text] of Object.entries(smallProgramme)) here.write(join(inside, path), text)
  const git = (...args: readonly string[]) => expect(here.git(...args)).toMatchObject({ code: 0 })
  git('init', '-q', '-b', 'main')
  const pack = spawnSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', here.folder], { cwd: cli, encoding: 'utf8' })
  expect(pack.status, pack.stderr).toBe(0)
  const [archive = ''] = readdirSync(here.folder).filter((name) => name.endsWith('.tgz'))
  here.write('outils/cahier.tgz', here.bytes(archive))
  here.remove(archive)
  here.inside(inside).cahier('setup', forge)
  here.commit('Un programme')
  const workflow = here.read(PLACES[forge] ?? '')
  const runs = runsOf(workflow)
  // GitLab gives all of its lines to one shell.
  const scripts = forge === 'gitlab' ? [runs.join('\n')] : runs
  const contribute = (branch: string) => {
    here.commit(branch)
    git('update-ref', 'refs/pull/7/head', branch)
    const runner = emptyDesk()
    const copy = join(runner.folder, 'copie')
    const env = {
      ...process.env,
      NUMERO: '7',
      JETON: 'x',
      CI_COMMIT_SHA: here.git('rev-parse', branch).out.trim(),
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CAHIER_DATE: '2025-03-01',
      NO_COLOR: '1',
    }
    takeCopy(here, copy, workflow)
    for (const script of scripts) {
      const written = script.replaceAll('/tmp/', `${runner.folder}/`)
      const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', written], { cwd: copy, encoding: 'utf8', env })
      if (status !== 0) return { code: status, out: stdout + stderr }
    }
    return { code: 0, out: '' }
  }
  return { desk: here, git, contribute }
}

/** Copies a repository as a forge does before it runs anything: at the ref its workflow names, or, on GitLab, at the contribution unless told otherwise. */
function takeCopy(here: Desk, copy: string, workflow: string): void {
  const { jobs, relecture } = parse(workflow)
  const wanted = relecture === undefined ? jobs.relecture.steps[0].with.ref : 'refs/pull/7/head'
  const ref = String(wanted)
    .replace(/\$\{\{[^}]*base_ref \}\}/, 'main')
    .replace(/\$\{\{[^}]*number \}\}/, '7')
  for (const args of [
    ['clone', '-q', '--no-checkout', here.folder, copy],
    ['-C', copy, 'fetch', '-q', 'origin', ref],
    ...(relecture?.variables.GIT_CHECKOUT === 'false' ? [] : [['-C', copy, 'checkout', '-q', '--detach', 'FETCH_HEAD']]),
  ])
    expect(spawnSync('git', args, { encoding: 'utf8' })).toMatchObject({ status: 0 })
}

const cli = fileURLToPath(new URL('../../packages/cli', import.meta.url))
