import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { smallProgramme } from './small-programme.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = join(root, 'packages/cli/bin/cahier.js')

/** What a command printed, and how it ended. */
export interface Answer {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A command that has not ended yet: all that it printed so far, and how it ends. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams
  readonly said: { out: string; err: string }
  readonly ended: Promise<number | null>
}

/**
 * A folder somebody works in, with the program at hand. Paths are relative to the folder. It goes
 * away after the tests of its file.
 */
export interface Desk {
  readonly folder: string
  /** Runs the program there, in French, on 1 March 2025, unless the environment says otherwise. */
  readonly cahier: (...args: readonly string[]) => Answer
  /**
   * Starts the program there in the same way, and lets it run. It is stopped after the tests of its
   * file.
   */
  readonly start: (...args: readonly string[]) => Running
  /** Runs git there, as somebody who has set nothing. */
  readonly git: (...args: readonly string[]) => Answer
  /** Commits all that stands in the folder. @throws when git does not. */
  readonly commit: (message: string, ...options: readonly string[]) => void
  /** The same desk, sitting in one of its folders. */
  readonly inside: (path: string) => Desk
  /** The same desk with something else in the environment. */
  readonly where: (environment: Readonly<Record<string, string>>) => Desk
  /** The same desk with a text on standard input. */
  readonly given: (input: string | Uint8Array) => Desk
  readonly read: (path: string) => string
  readonly bytes: (path: string) => Buffer
  readonly write: (path: string, content: string | Uint8Array) => void
  /** Replaces one passage, which must be there. */
  readonly edit: (path: string, from: string, to: string) => void
  readonly remove: (path: string) => void
  readonly has: (path: string) => boolean
  /** Every file below the folder, hidden ones too, sorted. */
  readonly files: () => readonly string[]
}

/** A desk with a small programme on it. */
export function desk(): Desk {
  const empty = emptyDesk()
  for (const [path, text] of Object.entries(smallProgramme)) empty.write(path, text)
  return empty
}

/** A desk with a copy of the real programme on it. */
export function realDesk(): Desk {
  const empty = emptyDesk()
  cpSync(join(root, 'programme'), empty.folder, {
    recursive: true,
    filter: (path) => !/\/(?:node_modules|dist|\.turbo)$/.test(path),
  })
  return empty
}

export function emptyDesk(): Desk {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cahier-desk-')))
  folders.push(folder)
  return deskIn(folder, {})
}

const folders: string[] = []
const running: ChildProcessWithoutNullStreams[] = []
afterAll(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function deskIn(
  folder: string,
  environment: Readonly<Record<string, string>>,
  input: string | Uint8Array = '',
): Desk {
  const at = (path: string) => join(folder, path)
  const read = (path: string) => readFileSync(at(path), 'utf8')
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), content)
  }
  const git = (...args: readonly string[]) => runGit(folder, args, environment)
  return {
    folder,
    cahier: (...args) => run(folder, args, environment, input),
    start: (...args) => start(folder, args, environment),
    git,
    commit: (message, ...options) => {
      for (const answer of [git('add', '-A'), git('commit', '-qm', message, ...options)])
        if (answer.code !== 0)
          throw new Error(`git does not commit “${message}”: ${answer.err}${answer.out}`)
    },
    inside: (path) => deskIn(at(path), environment),
    where: (more) => deskIn(folder, { ...environment, ...more }),
    given: (text) => deskIn(folder, environment, text),
    read,
    bytes: (path) => readFileSync(at(path)),
    write,
    edit: (path, from, to) => {
      const text = read(path)
      if (!text.includes(from)) throw new Error(`${path} does not hold “${from}”`)
      write(
        path,
        text.replace(from, () => to),
      )
    },
    remove: (path) => rmSync(at(path), { recursive: true }),
    has: (path) => existsSync(at(path)),
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .sort(),
  }
}

function run(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input: string | Uint8Array,
): Answer {
  const env = surroundings(folder, environment)
  const result = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
    input,
    maxBuffer: 1 << 26,
  })
  if (result.error) throw result.error
  return { code: result.status, out: result.stdout, err: result.stderr }
}

function start(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Running {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: surroundings(folder, environment),
  })
  running.push(child)
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (some) => {
    said.out += some
  })
  child.stderr.setEncoding('utf8').on('data', (some) => {
    said.err += some
  })
  return { child, said, ended: new Promise((resolve) => child.once('close', resolve)) }
}

function surroundings(folder: string, environment: Readonly<Record<string, string>>) {
  return {
    PATH: process.env.PATH,
    HOME: folder,
    LANG: 'fr_FR.UTF-8',
    CAHIER_DATE: '2025-03-01',
    ...environment,
  }
}

function runGit(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Answer {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@exemple.fr']
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    LANG: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    ...environment,
  }
  const result = spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', env })
  if (result.error) throw result.error
  return { code: result.status, out: result.stdout, err: result.stderr }
}
