import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { desk, emptyDesk } from './desk.ts'
import { PLACES, repositoryWith, runsOf } from './forge-repository.ts'
import { plain } from './plain.ts'

describe('a forge checks each contribution', () => {
  it('with a file that takes the tool from the repository, never from a registry, and puts it there', () => {
    const here = desk()
    const { code, out } = here.cahier('setup', 'github')
    expect(code).toBe(0)
    expect(plain(out)).toMatch(
      /^écrit : \.github\/workflows\/programme\.yml\nécrit : outils\/cahier\.tgz\nécrit : outils\/cahier\.tgz\.sha256\n/,
    )
    expect(() => parse(here.read('.github/workflows/programme.yml'))).not.toThrow()
    const sum = createHash('sha256').update(here.bytes('outils/cahier.tgz')).digest('hex')
    expect(here.read('outils/cahier.tgz.sha256')).toBe(`${sum}  cahier.tgz\n`)
    const again = plain(here.cahier('setup', 'github').out)
    expect(again).toContain('.github/workflows/programme.yml est déjà en place.')
    expect(again).not.toContain('écrit :')
    // Another version of the tool takes the place of the one before.
    here.write('outils/cahier.tgz', '')
    expect(plain(here.cahier('setup', 'github').out)).toContain('écrit : outils/cahier.tgz\n')
    expect(here.bytes('outils/cahier.tgz').length).toBeGreaterThan(1_000_000)
  })

  it('in the language of the programme, whoever types the command, on the branch that is its own', () => {
    const here = emptyDesk()
    here.git('init', '-q', '-b', 'trunk')
    here.cahier('init', 'ours', '--lang', 'en')
    const inside = here.inside('ours')
    expect(inside.cahier('setup', 'forgejo', '--pages').code).toBe(0)
    const written = here
      .files()
      .filter((path) => !path.startsWith('.git/') && !path.startsWith('ours/'))
    expect(written).toEqual([
      '.forgejo/workflows/programme.yml',
      '.forgejo/workflows/publication.yml',
      'tools/cahier.tgz',
      'tools/cahier.tgz.sha256',
    ])
    for (const path of written.filter((one) => one.endsWith('.yml'))) {
      expect(here.read(path)).not.toMatch(/[éèàùç«»]|relecture|outil/i)
      expect(parse(here.read(path)).on.push.branches).toEqual(['trunk'])
    }
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
    expect({ code, err: plain(err) }).toEqual({
      code: 2,
      err: 'cahier : « .gitlab-ci.yml » ne peut pas être lu\n',
    })
  })

  it('as is shown first on request, with nothing written', () => {
    const here = desk()
    expect(here.cahier('setup', 'forgejo', '--dry-run').out).toContain(
      '.forgejo/workflows/programme.yml',
    )
    expect(here.has('.forgejo/workflows/programme.yml')).toBe(false)
  })

  it('or takes a release from the registry, by its checksum, and says when there is none', async () => {
    const here = desk()
    const release = {
      name: '@cahier-tools/cli',
      version: '9.8.7',
      bin: { cahier: 'bin/cahier.js' },
    }
    const registry = createServer((request, response) => {
      const dist = {
        tarball: `http://${request.headers.host}/cli-9.8.7.tgz`,
        integrity: 'sha512-AAAA',
      }
      response.end(
        JSON.stringify({
          name: release.name,
          'dist-tags': { latest: '9.8.7' },
          versions: { '9.8.7': { ...release, dist } },
        }),
      )
    })
    await new Promise<void>((ready) => registry.listen(0, '127.0.0.1', ready))
    const { port } = registry.address() as AddressInfo
    const online = here.where({
      npm_config_registry: `http://127.0.0.1:${port}`,
      npm_config_cache: join(emptyDesk().folder, 'npm'),
    })
    expect(await online.start('setup', 'github', '--release', '9.8.7').ended).toBe(0)
    expect(here.files().filter((path) => path.startsWith('outils/'))).toEqual([
      'outils/package-lock.json',
      'outils/package.json',
    ])
    expect(
      JSON.parse(here.read('outils/package-lock.json')).packages['node_modules/@cahier-tools/cli'],
    ).toMatchObject({
      version: '9.8.7',
      integrity: 'sha512-AAAA',
    })
    expect(here.read('.github/workflows/programme.yml')).toContain('npm ci --ignore-scripts')
    const unknown = online.start('setup', 'gitlab', '--release', '9.9.9')
    expect(await unknown.ended).toBe(2)
    expect(plain(unknown.said.err)).toContain(
      'le registre de npm n’a pas donné @cahier-tools/cli 9.9.9',
    )
    expect(here.has('.gitlab-ci.yml')).toBe(false)
    registry.close()
  })

  it('or says what goes with a forge alone, and what is no version', () => {
    const here = desk()
    expect(plain(here.cahier('setup', 'git', '--pages').err)).toBe(
      'cahier : --pages ne va pas avec « cahier setup git » (cahier setup --help)\n',
    )
    expect(plain(here.cahier('setup', 'github', '--release', 'demain').err)).toContain(
      '--release prend un numéro de version',
    )
    expect(here.has('.github')).toBe(false)
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
      // What runs is the tool of the branch it is meant for, whatever the contribution puts in its
      // place.
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

  it.each(['github', 'forgejo', 'gitlab'] as const)(
    'the main branch is checked as well, and its edition written for the pages (%s)',
    (forge) => {
      const { desk: here, push } = repositoryWith('notre programme', forge)
      const published = push()
      expect(published).toMatchObject({ code: 0 })
      const files = readdirSync(
        forge === 'gitlab' ? join(published.copy, 'public') : join(published.temporary, 'edition'),
      )
      expect(files).toEqual(expect.arrayContaining(['SHA256SUMS', 'index.html', 'site']))
      if (forge === 'gitlab')
        expect(
          JSON.parse(readFileSync(join(published.copy, 'gl-code-quality-report.json'), 'utf8')),
        ).toEqual(expect.any(Array))
      here.edit('notre programme/axes/services/guichet.md', '@insee-2022', '@insee-2202')
      here.commit('Directement sur la branche principale')
      const refused = push()
      expect(refused.code).toBe(1)
      expect(refused.out).toContain('axes/services/guichet.md')
    },
    120_000,
  )

  it.each(['forgejo', 'gitlab'] as const)(
    'and what a contribution says of files in its .gitattributes rewrites nothing of the tool (%s)',
    (forge) => {
      const { desk: here, git, contribute } = repositoryWith('', forge)
      git('switch', '-qc', 'attributs')
      here.write('.gitattributes', 'outils/** text eol=crlf\n')
      here.edit(
        'axes/services/guichet.md',
        'ouvert deux jours par semaine',
        'ouvert trois jours par semaine',
      )
      expect(contribute('attributs')).toEqual({ code: 0, out: '' })
    },
    120_000,
  )

  it.each(['github', 'gitlab', 'forgejo'])(
    'and %s holds for a conflict what is one, not a git that is too old to tell',
    (forge) => {
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
      const [base, contribution] = ['recue', 'autre'].map((branch) =>
        here.git('rev-parse', branch).out.trim(),
      )
      const merging =
        runsOf(here.read(PLACES[forge] ?? ''), 'pull_request').find((script) =>
          script.includes('merge-tree'),
        ) ?? ''
      const run = (more: Readonly<Record<string, string>>) =>
        spawnSync(
          'bash',
          [
            '-e',
            '-o',
            'pipefail',
            '-c',
            `base=${base} contribution=${contribution}\n${merging.replace(/^(base|contribution)=.*$/gm, '')}`,
          ],
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
    },
  )
})
