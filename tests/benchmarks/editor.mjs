// How fast an editor is answered: first diagnostics beside `cahier lint`, each letter typed, 1,000
// proposals, and the same of peers. node tests/benchmarks/editor.mjs [--quick] [--peers DIR] where
// DIR is a folder of your own in which some of these are installed: unified-language-server with
// remark and remark-preset-lint-recommended, yaml-language-server, rumdl.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, startEditor } from './editor-client.mjs'
import { writeLargeProgramme } from './large-programme.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cahier = join(root, 'packages/cli/bin/cahier.js')
const scratch = mkdtempSync(join(tmpdir(), 'cahier-editor-'))
const ms = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`
const REMARK_SERVER = `import { remark } from 'remark'
import preset from 'remark-preset-lint-recommended'
import { createUnifiedLanguageServer } from 'unified-language-server'
const names = { configurationSection: 'remark', ignoreName: '.remarkignore', packageField: 'remarkConfig', pluginPrefix: 'remark', rcName: '.remarkrc' }
createUnifiedLanguageServer({ ...names, defaultProcessor: remark, plugins: [preset], processorName: 'remark', processorSpecifier: 'remark' })
`

const LETTERS = [...'Un mot de plus, puis un autre, et encore un.']

for (const wanted of process.argv.includes('--quick') ? [0] : [0, 1000]) {
  const folder = join(scratch, `programme-${wanted}`)
  const count = writeLargeProgramme(join(root, 'programme'), folder, wanted)
  console.log(`\n${count} proposals`)
  await measure(folder)
}
await peers(process.argv[process.argv.indexOf('--peers') + 1])
rmSync(scratch, { recursive: true, force: true })

async function measure(folder) {
  // What lint has remembered is told to one editor, and not to the other.
  const [empty, filled] = ['empty', 'filled'].map((name) => ({
    XDG_CACHE_HOME: mkdtempSync(join(scratch, `${name}-`)),
  }))
  const lintWith = (...args) =>
    timed(() =>
      tolerant(() =>
        execFileSync(process.execPath, [cahier, 'lint', ...args], {
          cwd: folder,
          stdio: 'ignore',
          env: { ...process.env, ...filled },
        }),
      ),
    )
  const lint = lintWith('--no-cache')
  lintWith()
  const remembered = lintWith()
  const path = longest(join(folder, 'axes'))
  const text = readFileSync(path, 'utf8')
  const line = text.split('\n').findIndex((one) => /^[A-ZÀ-Ü][a-z]/.test(one))

  // Twice, as lint: the first keeps the compiled code of the program.
  await closed(await opening(folder, path, text, filled))
  const told = await opening(folder, path, text, filled)
  await closed(told)
  const { editor, first } = await opening(folder, path, text, empty)
  const search = await editor.connection.sendRequest('workspace/symbol', { query: 'guichet' })
  const indexed = performance.now() - editor.started
  // While the other files are looked at, an editor asks for other things: how long is the longest
  // it waits?
  const waits = []
  const end = performance.now() + 3000
  while (performance.now() < end) {
    const before = performance.now()
    await editor.connection.sendRequest('textDocument/foldingRange', {
      textDocument: { uri: 'untitled:none' },
    })
    waits.push(performance.now() - before)
  }
  const before = processorOf(editor.child.pid)
  const times = await editor.type(path, line, LETTERS)
  const again = await editor.type(path, line, LETTERS)
  const each = (processorOf(editor.child.pid) - before) / (2 * LETTERS.length)
  const list = join(folder, 'sources.yaml')
  const sources = readFileSync(list, 'utf8')
  editor.open(list, sources, 'yaml')
  const sentence = sources.split('\n').findIndex((one) => /^ {8}[A-ZÀ-Ü][a-z]/.test(one))
  await editor.type(list, sentence, ['A'], 8)
  const typedBefore = processorOf(editor.child.pid)
  const inList = await editor.type(list, sentence, LETTERS, 8)
  const eachInList = (processorOf(editor.child.pid) - typedBefore) / LETTERS.length
  const memory = memoryOf(editor.child.pid)
  await editor.stop()
  console.log(`  initialize                 ${ms(editor.initializing)}`)
  console.log(
    `  first diagnostics          ${ms(first)}, ${(first / lint).toFixed(2)} times cahier lint --no-cache (${ms(lint)})`,
  )
  console.log(
    `    with what is remembered  ${ms(told.first)}, ${(told.first / remembered).toFixed(2)} times cahier lint (${ms(remembered)}); processor ${ms(told.processor)}`,
  )
  console.log(`  all titles searched        ${ms(indexed)} from the start (${search.length} found)`)
  console.log(
    `  a letter, ${(text.length / 1000).toFixed(0)} kB             median ${ms(median([...times, ...again]))}, longest ${ms(Math.max(...times, ...again))}, processor ${ms(each)}`,
  )
  console.log(
    `  a letter, a list of ${(sources.length / 1000).toFixed(0)} kB  median ${ms(median(inList))}, longest ${ms(Math.max(...inList))}, processor ${ms(eachInList)}`,
  )
  console.log(
    `  another question meanwhile median ${ms(median(waits))}, longest ${ms(Math.max(...waits))}`,
  )
  console.log(`  memory                     ${memory} MiB`)
}

/**
 * An editor with one text open, how long it was until it was told of it, and what that took of
 * processor, in milliseconds.
 */
async function opening(folder, path, text, environment) {
  const editor = await startEditor(process.execPath, [cahier, 'lsp'], folder, environment)
  const opened = editor.diagnostics(({ uri }) => uri.endsWith(path.slice(folder.length)))
  editor.open(path, text, 'markdown')
  await opened
  return {
    editor,
    first: performance.now() - editor.started,
    processor: processorOf(editor.child.pid),
  }
}

async function closed({ editor }) {
  const gone = new Promise((resolve) => editor.child.once('exit', resolve))
  await editor.stop()
  await gone
}

async function peers(folder) {
  if (folder === undefined || !existsSync(join(folder, 'node_modules')))
    return console.log('\nNo peers: give --peers DIR.')
  const bin = (name) => join(folder, 'node_modules/.bin', name)
  const markdown = longest(join(root, 'programme/axes'))
  const yaml = join(root, 'programme/sources.yaml')
  const unified = join(folder, 'remark-server.mjs')
  if (existsSync(join(folder, 'node_modules/unified-language-server')))
    writeFileSync(unified, REMARK_SERVER)
  const known = [
    ['cahier', process.execPath, [cahier, 'lsp'], markdown, 'markdown'],
    ['unified, remark', process.execPath, [unified, '--stdio'], markdown, 'markdown'],
    ['rumdl', bin('rumdl'), ['server', '--stdio'], markdown, 'markdown'],
    ['cahier', process.execPath, [cahier, 'lsp'], yaml, 'yaml'],
    ['yaml-language-server', bin('yaml-language-server'), ['--stdio'], yaml, 'yaml'],
  ]
  console.log(
    '\nBeside peers, the same files: initialize, first diagnostics after opening, a letter',
  )
  for (const [name, command, args, path, language] of known) {
    if (!existsSync(command) || !args.every((arg) => !arg.startsWith('/') || existsSync(arg)))
      continue
    const text = readFileSync(path, 'utf8')
    const copy = join(scratch, `peer-${name}-${language}`)
    writeLargeProgramme(join(root, 'programme'), copy, 0)
    const here = join(copy, path.slice(join(root, 'programme').length))
    const line = text
      .split('\n')
      .findIndex((one) => (language === 'yaml' ? /^- id/.test(one) : /^[A-ZÀ-Ü][a-z]/.test(one)))
    const editor = await startEditor(command, args, copy)
    const before = performance.now()
    const heard = editor.diagnostics(({ uri }) =>
      uri.endsWith(path.slice(join(root, 'programme').length)),
    )
    editor.open(here, text, language)
    await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 10_000))])
    const first = performance.now() - before
    const times = await Promise.race([
      editor.type(here, line, LETTERS.slice(0, 20)),
      new Promise((resolve) => setTimeout(() => resolve([Number.NaN]), 20_000)),
    ])
    console.log(
      `  ${name.padEnd(24)} ${language.padEnd(9)} ${ms(editor.initializing)}, ${ms(first)}, ${ms(median(times))}`,
    )
    await editor.stop()
  }
}

/**
 * Milliseconds of processor that a process has used: where others share the machine, waiting tells
 * little.
 */
function processorOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return Number.NaN
  }
}

function longest(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  )
  const sized = paths.map((path) => ({
    path: join(folder, path),
    size: readFileSync(join(folder, path)).length,
  }))
  return sized.sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1))[0].path
}

function timed(run) {
  const before = performance.now()
  run()
  return performance.now() - before
}

function tolerant(run) {
  try {
    run()
  } catch {}
}

function memoryOf(pid) {
  try {
    return Math.round(
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024,
    )
  } catch {
    return '?'
  }
}
