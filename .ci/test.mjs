// npm test: everything that must hold before a change lands. turbo runs the tasks and answers from
// its cache when no file, day or installed client changed. The last line adds everything up.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { installIfNeeded, quietEnvironment, root } from './install.mjs'
import { addTask, addVitest, count, sayTally } from './tally.mjs'
import { today } from './today.mjs'

const tasks = [
  'style',
  'types',
  'generated',
  'build',
  'test:every-unit',
  'test:stories',
  'test:clients',
]
const reports = `${root}/.cache/tests`
const runs = `${root}/.turbo/runs`

if (!count('install', installIfNeeded() === 0)) process.exit(sayTally())
if (mayInstallClients())
  count('real clients (Debian packages)', call('bash', ['tests/clients/install.sh']) === 0)

const changesBefore = changedFiles()
for (const folder of [reports, runs]) rmSync(folder, { recursive: true, force: true })
// One task at a time: a test run takes every core. Stories need the build, nothing else waits.
const status = call(
  process.execPath,
  [
    `${root}/node_modules/turbo/bin/turbo`,
    'run',
    ...tasks,
    '--concurrency=1',
    '--continue=dependencies-successful',
    '--output-logs=new-only',
    '--log-prefix=none',
    '--summarize',
  ],
  { TEST_DAY: today(), TEST_MACHINE: machine() },
)
const finished = finishedTasks()
for (const { task, exitCode } of finished) {
  const kind = /^test:([\w-]+)$/.exec(task)?.[1]
  if (kind === undefined) addTask(task, exitCode)
  else addVitest(task, `${reports}/${kind}.json`, exitCode)
}
if (changesBefore !== undefined) checkTree(changesBefore)
// What failed outside its tasks, such as an unreadable turbo.json.
if (status !== 0 && finished.every(({ exitCode }) => exitCode === 0)) count('turbo', false)

process.exit(sayTally())

/** Runs a program with its output shown, returns its exit status. */
function call(program, words, environment = {}) {
  const { status } = spawnSync(program, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...quietEnvironment, ...environment },
  })
  return status ?? 1
}

/** The tasks that turbo ran or answered from its cache, with the exit status of each. */
function finishedTasks() {
  if (!existsSync(runs)) return []
  return readdirSync(runs)
    .flatMap((file) => JSON.parse(readFileSync(`${runs}/${file}`, 'utf8')).tasks)
    .filter(({ execution }) => execution !== undefined && execution !== null)
    .map(({ taskId, execution }) => ({
      task: taskId.replace(/^\/\/#/, ''),
      exitCode: execution.exitCode ?? 1,
    }))
}

/**
 * System packages are installed where that is expected: in continuous integration, or by root where
 * apt is.
 */
function mayInstallClients() {
  return process.env.CI === 'true' || (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'))
}

/** The versions of Node and of the installed clients: other ones may give another answer. */
function machine() {
  const { stdout } = spawnSync('bash', ['tests/clients/install.sh', '--versions'], {
    cwd: root,
    encoding: 'utf8',
  })
  return `${process.version} ${process.platform}-${process.arch} ${stdout}`
}

/** The tests and the build leave the tree as they found it, whether or not it was clean. */
function checkTree(before) {
  const after = changedFiles()
  if (after !== before) console.log(`\nBefore the tests:\n${before}\nAfter:\n${after}`)
  count('nothing in the tree was changed', after === before)
}

/** What git says has changed, with the hash of what changed; nothing outside a git checkout. */
function changedFiles() {
  const git = (...words) =>
    spawnSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  const status = git('status', '--porcelain', '--untracked-files=all')
  if (status.status !== 0) return undefined
  return status.stdout + createHash('sha256').update(git('diff').stdout).digest('hex')
}
