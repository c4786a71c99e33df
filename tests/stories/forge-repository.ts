import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { type Desk, emptyDesk } from './desk.ts'
import { smallProgramme } from './small-programme.ts'

export const PLACES: Readonly<Record<string, string>> = {
  github: '.github/workflows/programme.yml',
  gitlab: '.gitlab-ci.yml',
  forgejo: '.forgejo/workflows/programme.yml',
}

interface Step {
  readonly run?: string
  readonly if?: string
}

/**
 * What a forge runs for an event, in order: each step by itself, or, on GitLab, each entry of the
 * script.
 */
export function runsOf(workflow: string, event: 'pull_request' | 'push'): readonly string[] {
  const { jobs, relecture, pages } = parse(workflow)
  if (relecture !== undefined)
    return event === 'push'
      ? [relecture.script.join('\n'), ...(pages === undefined ? [] : [pages.script.join('\n')])]
      : relecture.script
  const [{ steps }] = Object.values<{ readonly steps: readonly Step[] }>(jobs) as [
    { readonly steps: readonly Step[] },
  ]
  return steps.filter((step) => (step.if ?? event).includes(event)).flatMap(({ run }) => run ?? [])
}

/** How what a forge ran has ended, and what it printed if it failed. */
interface Ran {
  readonly code: number | null
  readonly out: string
}

interface Repository {
  readonly desk: Desk
  readonly git: (...args: readonly string[]) => void
  /** Commits what is there, and runs what the forge runs of it. */
  readonly contribute: (branch: string) => Ran
  /**
   * Runs what the forge runs when the main branch was pushed, the publication after the check, each
   * in a copy of its own.
   */
  readonly push: () => Ran & { readonly copy: string; readonly temporary: string }
}

let kept = ''
/** The program as npm installs it in an empty folder, from its archive and nothing else. */
function installed(): string {
  if (kept !== '') return kept
  const { folder } = emptyDesk()
  const npm = (...words: readonly string[]) => {
    const { status, stderr } = spawnSync('npm', words, { cwd: folder, encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  }
  npm('pack', '--ignore-scripts', '--silent', '--pack-destination', folder, cli)
  const [archive = ''] = readdirSync(folder)
  npm(
    'install',
    '--offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--silent',
    '--prefix',
    join(folder, 'seul'),
    join(folder, archive),
  )
  kept = join(folder, 'seul/node_modules/.bin/cahier')
  return kept
}

/**
 * A repository with a programme in one of its folders, and what an installed program set up there
 * for a forge.
 */
export function repositoryWith(
  inside: string,
  forge: 'github' | 'forgejo' | 'gitlab' = 'forgejo',
): Repository {
  const here = emptyDesk()
  for (const [path, text] of Object.entries(smallProgramme)) here.write(join(inside, path), text)
  const git = (...args: readonly string[]) => expect(here.git(...args)).toMatchObject({ code: 0 })
  git('init', '-q', '-b', 'main')
  const setup = spawnSync(installed(), ['setup', forge, '--pages'], {
    cwd: join(here.folder, inside),
    encoding: 'utf8',
  })
  expect(setup.status, setup.stderr).toBe(0)
  here.commit('Un programme')
  const workflow = here.read(PLACES[forge] ?? '')
  const run = (event: 'pull_request' | 'push', branch: string) => {
    const runner = emptyDesk()
    const temporary = join(runner.folder, 'tmp')
    const copy = join(runner.folder, 'copie')
    // Of the environment, what any machine has: nothing else of this one is at hand.
    const env = {
      PATH: process.env.PATH,
      HOME: runner.folder,
      PULL: '7',
      TOKEN: 'x',
      BEFORE: '0'.repeat(40),
      CI_COMMIT_SHA: here.git('rev-parse', branch).out.trim(),
      CI_COMMIT_BEFORE_SHA: '0'.repeat(40),
      ...(event === 'pull_request' && { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }),
      CAHIER_DATE: '2025-03-01',
      NO_COLOR: '1',
    }
    mkdirSync(temporary)
    const execute = (scripts: readonly string[]): Ran => {
      takeCopy(here, copy, workflow, event)
      for (const script of scripts) {
        const written = script.replaceAll('/tmp/', `${temporary}/`)
        const { status, stdout, stderr } = spawnSync(
          'bash',
          ['-e', '-o', 'pipefail', '-c', written],
          { cwd: copy, encoding: 'utf8', env },
        )
        if (status !== 0) return { code: status, out: stdout + stderr }
      }
      return { code: 0, out: '' }
    }
    return { execute, copy, temporary }
  }
  const contribute = (branch: string) => {
    here.commit(branch)
    git('update-ref', 'refs/pull/7/head', branch)
    const runs = runsOf(workflow, 'pull_request')
    // GitLab gives all of its lines to one shell.
    return run('pull_request', branch).execute(forge === 'gitlab' ? [runs.join('\n')] : runs)
  }
  const push = () => {
    const pages =
      forge === 'gitlab'
        ? []
        : runsOf(here.read(PLACES[forge]?.replace('programme', 'publication') ?? ''), 'push')
    const { execute, copy, temporary } = run('push', 'main')
    // What is pushed to a forge stays in the test.
    return {
      ...execute([
        ...runsOf(workflow, 'push'),
        ...pages.filter((script) => !script.includes('git push')),
      ]),
      copy,
      temporary,
    }
  }
  return { desk: here, git, contribute, push }
}

/**
 * Copies a repository as a forge does before it runs anything: at the ref its workflow names, or,
 * on GitLab, at the contribution unless told otherwise.
 */
function takeCopy(
  here: Desk,
  copy: string,
  workflow: string,
  event: 'pull_request' | 'push',
): void {
  const { jobs, relecture } = parse(workflow)
  const wanted =
    relecture === undefined
      ? jobs.relecture.steps[0].with.ref
      : event === 'push'
        ? 'refs/heads/main'
        : 'refs/pull/7/head'
  const ref = String(wanted)
    .replace(/\$\{\{[^}]*base_ref[^}]* \}\}/, 'main')
    .replace(/\$\{\{[^}]*number \}\}/, '7')
  for (const args of [
    ['clone', '-q', '--no-checkout', here.folder, copy],
    ['-C', copy, 'fetch', '-q', 'origin', ref],
    ...(relecture?.variables.GIT_CHECKOUT === 'false'
      ? []
      : [['-C', copy, 'checkout', '-q', '--detach', 'FETCH_HEAD']]),
  ])
    expect(spawnSync('git', args, { encoding: 'utf8' })).toMatchObject({ status: 0 })
}

const cli = fileURLToPath(new URL('../../packages/cli', import.meta.url))
