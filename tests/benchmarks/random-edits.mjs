// Random edits of a copy of the programme, as an editor makes them. Compares the server's
// diagnostics with a cold `cahier lint` on the same texts, and follows its memory.
//   node tests/benchmarks/random-edits.mjs [EDITS] [COMPARISONS]   10,000 and 50 by default
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { startEditor } from './editor-client.mjs'
import { writeLargeProgramme } from './large-programme.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cahier = join(root, 'packages/cli/bin/cahier.js')
const wanted = Number(process.argv[2] ?? 10_000)
const comparisons = Number(process.argv[3] ?? 50)
const scratch = mkdtempSync(join(tmpdir(), 'cahier-edits-'))
const [folder, saved] = ['typed', 'saved'].map((name) => join(scratch, name))
for (const copy of [folder, saved]) writeLargeProgramme(join(root, 'programme'), copy, 0)

const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) =>
    /^(axes|positions|amendments|sources|programme\.yaml)/.test(path) && /\.(md|yaml)$/.test(path),
)
const originals = new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
const texts = new Map(originals)
const SCRAPS = [
  'a',
  ' mot',
  '\n',
  '- ',
  ': ',
  '[',
  ']',
  '}',
  '"',
  '---\n',
  '\n## ',
  '[@insee-renoncement]',
  '[@',
  ' 32 % ',
  '](guichet-humain.md)',
  '\r\n',
  '{++',
  '\u00A0',
]
const random = generator(20261124)
const pick = (list) => list[Math.floor(random() * list.length)]
const environment = { CAHIER_DATE: '2026-11-24', LC_ALL: 'fr_FR.UTF-8' }

const editor = await startEditor(process.execPath, [cahier, 'lsp'], folder, environment)
const opened = new Set()
const memory = []
let different = 0
let compared = 0
for (let edit = 1; edit <= wanted; edit++) {
  const path = pick(paths)
  if (!opened.has(path)) editor.open(join(folder, path), texts.get(path), 'markdown')
  opened.add(path)
  // Texts go back to what they were now and then, or nothing would be left of them.
  const text = texts.get(path)
  const from = Math.floor(random() * text.length)
  const typed =
    random() < 0.2
      ? originals.get(path)
      : text.slice(0, from) + pick(SCRAPS) + text.slice(from + pick([0, 0, 0, 1, 5]))
  texts.set(path, typed)
  editor.change(join(folder, path), [{ text: typed }])
  if (edit % 10 === 0)
    await editor.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: pathToFileURL(join(folder, path)).href },
    })
  if (edit % Math.ceil(wanted / comparisons) === 0) await compare(edit)
}
const third = Math.floor(memory.length / 3)
const mean = (list) => Math.round(list.reduce((sum, one) => sum + one, 0) / list.length)
console.log(`${wanted} edits, ${compared} comparisons, ${different} different`)
console.log(
  `memory, mean of each third: ${[0, 1, 2].map((part) => mean(memory.slice(part * third, (part + 1) * third))).join(', ')} MiB`,
)
await editor.stop()
rmSync(scratch, { recursive: true, force: true })
process.exitCode = different > 0 ? 1 : 0

async function compare(edit) {
  const { items } = await editor.connection.sendRequest('workspace/diagnostic', {
    previousResultIds: [],
  })
  const said = items.flatMap(({ uri, items: its = [] }) =>
    its.map(
      ({ code, message, range: { start } }) =>
        `${fileURLToPath(uri).slice(folder.length + 1)}:${start.line + 1}:${start.character + 1} ${code} ${message}`,
    ),
  )
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(saved, path)), { recursive: true })
    writeFileSync(join(saved, path), text)
  }
  const cold = spawnSync(
    process.execPath,
    [cahier, 'lint', '--no-cache', '--format', 'json', '--lang', 'fr'],
    {
      cwd: saved,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
      maxBuffer: 1 << 28,
    },
  )
  const { findings } = JSON.parse(cold.stdout)
  // The protocol knows no place inside a line ending.
  const column = ({ path, line, column: written }) =>
    Math.min(
      written,
      ((texts.get(path) ?? '').split('\n')[line - 1] ?? '').replace(/\r$/, '').length + 1,
    )
  const right = findings.map(
    (one) =>
      `${one.path}:${one.line}:${texts.has(one.path) ? column(one) : one.column} ${one.rule} ${one.message}`,
  )
  compared++
  const [a, b] = [said, right].map((list) => list.sort().join('\n'))
  if (a !== b) {
    different++
    const [only, missing] = [
      said.filter((one) => !right.includes(one)),
      right.filter((one) => !said.includes(one)),
    ]
    console.log(
      `after ${edit} edits: said and not found cold:`,
      only.slice(0, 3),
      'found cold and not said:',
      missing.slice(0, 3),
    )
  }
  memory.push(
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${editor.child.pid}/status`, 'utf8'))[1]) /
      1024,
  )
}

// A linear congruential generator (Numerical Recipes): the same edits each time.
function generator(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
