// npm start: install, build, check the programme, count consensus, publish; then say what was done
// and where the bundle is.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { installArguments, isInstalled, markInstalled, npmCall, root } from './install.mjs'
import { runQuietly } from './run-quietly.mjs'
import { startWords } from './start-words.mjs'
import { today } from './today.mjs'

const language = spokenLanguage(process.env)
const words = startWords[language]
const environment = { CAHIER_LANG: language, CAHIER_DATE: today() }

if (!isInstalled()) {
  if (!process.stderr.isTTY) console.log(words.installing)
  const installed = await runQuietly(words.installing, ...npmCall(installArguments))
  if (installed.status !== 0) stopAt('install', installed.output)
  markInstalled()
}

const built = await runQuietly(
  words.building,
  process.execPath,
  turbo(['build'], ['--filter=@cahier-tools/cli', '--output-logs=errors-only']),
)
if (built.status !== 0) stopAt('build', built.output)

await runTasks(words.checking, ['check', 'status'])
await runTasks(words.publishing, ['publish'])
await sayWhereTheBundleIs()
console.log(`\n${words.done}`)

/**
 * Runs tasks of the programme, then shows what each printed: the log is the same whether turbo ran
 * it or remembered it.
 */
async function runTasks(label, tasks) {
  const filters = ['--filter=@cahier/programme', '--output-logs=errors-only', '--continue=always']
  const { status, output } = await runQuietly(
    label,
    process.execPath,
    turbo(tasks, filters),
    environment,
  )
  const failed =
    status === 0
      ? undefined
      : (tasks.find((task) => output.includes(`@cahier/programme#${task}: `)) ?? tasks[0])
  for (const task of tasks) {
    const text = logOf(task)
    if (task === failed && !text) stopAt(task, output)
    showHeading(words[task])
    console.log(text)
  }
  if (failed) stopAt(failed, '')
}

async function sayWhereTheBundleIs() {
  const { parse } = await import('yaml')
  const { publication } = parse(readFileSync(`${root}/programme/programme.yaml`, 'utf8'))
  const edition =
    publication?.edition ??
    JSON.parse(readFileSync(`${root}/programme/package.json`, 'utf8')).version
  const bundle = `${root}/programme/dist/${edition}`
  if (!existsSync(bundle)) return
  // With slashes everywhere, as `cahier` writes it.
  const here = (path) => relative(process.cwd(), path).split(sep).join('/')
  showHeading(words.bundle)
  console.log(`${words.folder} ${here(bundle)}`)
  console.log(`${words.open} ${here(`${bundle}/site/index.html`)}`)
  const books = readdirSync(bundle).filter((name) => /\.(epub|odt)$/.test(name))
  if (books.length > 0)
    console.log(`${words.also} ${books.map((name) => here(`${bundle}/${name}`)).join(', ')}`)
}

/** What a task printed the last time it ran. */
function logOf(task) {
  const path = `${root}/programme/.turbo/turbo-${task}.log`
  return existsSync(path) ? withoutNoise(readFileSync(path, 'utf8')) : ''
}

/**
 * A log without what npm and turbo say of themselves: the script they run, the cache, the sums at
 * the end.
 */
function withoutNoise(log) {
  const noise =
    /^(> |npm error |cache (hit|miss)|\s*• |\s*(Tasks|Cached|Time|Failed): | ERROR |.*#\w+:\s+ERROR )/
  return log
    .split('\n')
    .filter((line) => !noise.test(line))
    .join('\n')
    .trim()
}

function turbo(tasks, options) {
  return [
    `${root}/node_modules/turbo/bin/turbo`,
    'run',
    ...tasks,
    ...options,
    '--log-order=grouped',
    '--log-prefix=none',
    '--no-update-notifier',
    '--no-color',
  ]
}

function showHeading(text) {
  const bold = process.stdout.isTTY && !process.env.NO_COLOR
  console.log(bold ? `\n\x1b[1m${text}\x1b[0m\n` : `\n${text}\n${'─'.repeat([...text].length)}\n`)
}

function stopAt(step, log) {
  if (log) console.error(withoutNoise(log))
  console.error(`\n${words.failed[step]}`)
  process.exit(1)
}

function spokenLanguage({ CAHIER_LANG, LC_ALL, LANG }) {
  return (CAHIER_LANG || LC_ALL || LANG || '').toLowerCase().startsWith('en') ? 'en' : 'fr'
}
