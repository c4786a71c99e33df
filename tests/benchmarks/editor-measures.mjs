// What an editor waits for: the first answer, the first diagnostics, a letter in a text of 20 kB,
// the index of 1,000 proposals. Prints the least and the median.
//   node tests/benchmarks/editor-measures.mjs [STARTS]   7 starts by default
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, startEditor } from './editor-client.mjs'
import { writeLargeProgramme } from './large-programme.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cahier = join(root, 'packages/cli/bin/cahier.js')
const scratch = mkdtempSync(join(tmpdir(), 'cahier-measures-'))
const environment = { XDG_CACHE_HOME: join(scratch, 'cache') }
const starts = Number(process.argv[2] ?? 7)
const LETTERS = [...'Un mot de plus, puis un autre, et encore un.']

const small = join(scratch, 'small')
writeLargeProgramme(join(root, 'programme'), small, 0)
const path = twentyKilobytes(small)
const loose = join(scratch, 'loose')
writeLargeProgramme(join(root, 'programme'), loose, 0)
rmSync(join(loose, 'programme.yaml'))
const large = join(scratch, 'large')
writeLargeProgramme(join(root, 'programme'), large, 1000)

await opened(small, path, 0)
// All of it is remembered once the hands have rested.
await opened(small, path, 2500)
await firstWords('a programme that is remembered', small, path)
const alone = path.replace(small, loose)
writeFileSync(alone, readFileSync(path))
await firstWords('a text of no programme', loose, alone)
await letters('a letter, 20 kB of a programme', small, path)
await letters('a letter, 20 kB of no programme', loose, alone)
await index('1,000 proposals, never seen', large)
await opened(large, longest(large), 12_000)
await index('1,000 proposals, seen before', large)
rmSync(scratch, { recursive: true, force: true })

async function firstWords(name, folder, file) {
  const times = []
  for (let start = 0; start < starts; start++) times.push(await opened(folder, file, 0))
  say(
    'initialize',
    times.map(({ initializing }) => initializing),
  )
  say(
    `first diagnostics, ${name}`,
    times.map(({ first }) => first),
  )
}

/**
 * How long an editor waits for the first words, and then, once a text is open, for what is said of
 * it.
 */
async function opened(folder, file, rest) {
  const editor = await startEditor(process.execPath, [cahier, 'lsp'], folder, environment)
  const before = performance.now()
  const heard = editor.diagnostics(({ uri }) => uri.endsWith(file.slice(folder.length)))
  editor.open(file, readFileSync(file, 'utf8'), 'markdown')
  await heard
  const first = performance.now() - before
  await new Promise((resolve) => setTimeout(resolve, rest))
  await closed(editor)
  return { initializing: editor.initializing, first }
}

async function letters(name, folder, file) {
  const editor = await startEditor(process.execPath, [cahier, 'lsp'], folder, environment)
  const text = readFileSync(file, 'utf8')
  const heard = editor.diagnostics(({ uri }) => uri.endsWith(file.slice(folder.length)))
  editor.open(file, text, 'markdown')
  await heard
  const line = text.split('\n').findIndex((one) => /^[A-ZÀ-Ü][a-z]/.test(one))
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await editor.type(file, line, LETTERS)
  say(name, await editor.type(file, line, LETTERS))
  await closed(editor)
}

async function index(name, folder) {
  const times = []
  for (let start = 0; start < Math.min(starts, 3); start++) {
    const editor = await startEditor(process.execPath, [cahier, 'lsp'], folder, environment)
    await editor.connection.sendRequest('workspace/symbol', { query: 'guichet' })
    times.push(performance.now() - editor.started)
    editor.child.kill()
    await new Promise((resolve) => editor.child.once('exit', resolve))
  }
  say(name, times)
}

async function closed(editor) {
  const gone = new Promise((resolve) => editor.child.once('exit', resolve))
  await editor.stop()
  await gone
}

function say(name, times) {
  console.log(
    `${name.padEnd(52)} least ${Math.min(...times).toFixed(1)} ms, median ${median(times).toFixed(1)}, longest ${Math.max(...times).toFixed(1)}`,
  )
}

/** A proposal of the folder, made longer by paragraphs of others. */
function twentyKilobytes(folder) {
  const file = longest(folder)
  let text = readFileSync(file, 'utf8')
  for (const other of readdirSync(join(folder, 'axes'), { recursive: true, encoding: 'utf8' })) {
    if (!other.endsWith('.md') || text.length >= 20_000) continue
    const paragraphs = readFileSync(join(folder, 'axes', other), 'utf8')
      .split('\n\n')
      .filter((one) => /^[A-ZÀ-Ü][a-zà-ü]/.test(one))
    text += `\n${paragraphs.join('\n\n').replace(/\[[@^][^\]]*\]/g, '')}\n`
  }
  writeFileSync(file, text.slice(0, 20_000))
  return file
}

function longest(folder) {
  const paths = readdirSync(join(folder, 'axes'), { recursive: true, encoding: 'utf8' }).filter(
    (one) => one.endsWith('.md'),
  )
  const sized = paths.map((one) => ({
    at: join(folder, 'axes', one),
    size: readFileSync(join(folder, 'axes', one)).length,
  }))
  return sized.sort((a, b) => b.size - a.size || (a.at < b.at ? -1 : 1))[0].at
}
