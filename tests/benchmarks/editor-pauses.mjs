// What a pause in typing costs with the preview and the tree of VS Code open, in milliseconds of
// processor time, and how long another question waits meanwhile.
//   node tests/benchmarks/editor-pauses.mjs [PROPOSALS…]   0 is the real programme (0 1000)
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { median, startEditor } from './editor-client.mjs'
import { writeLargeProgramme } from './large-programme.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cahier = join(root, 'packages/cli/bin/cahier.js')
const scratch = mkdtempSync(join(tmpdir(), 'cahier-pauses-'))
const environment = { XDG_CACHE_HOME: join(scratch, 'cache'), CAHIER_DATE: '2026-11-24' }
const asked = process.argv.slice(2).map(Number)
const PAUSES = 8

for (const wanted of asked.length > 0 ? asked : [0, 1000]) {
  const folder = join(scratch, `programme-${wanted}`)
  const count = writeLargeProgramme(join(root, 'programme'), folder, wanted)
  const path = longest(join(folder, 'axes'))
  const text = readFileSync(path, 'utf8')
  const line = text.split('\n').findIndex((one) => /^[A-ZÀ-Ü][a-z]/.test(one))
  const uri = pathToFileURL(path).href
  const editor = await startEditor(process.execPath, [cahier, 'lsp'], folder, environment)
  const { connection, child } = editor
  const preview = () => connection.sendRequest('cahier/preview', { uri })
  const outline = () => connection.sendRequest('cahier/outline')
  const began = processorOf(child.pid)
  editor.open(path, text, 'markdown')
  await Promise.all([outline(), preview()])
  const first = processorOf(child.pid) - began
  await quiet(child.pid)

  let typed = 0
  const pause = async () => {
    const at = { line, character: typed++ }
    editor.change(path, [{ range: { start: at, end: at }, text: 'x' }])
    await sleep(250)
    await preview()
    await outline()
    await quiet(child.pid)
  }
  const costs = []
  for (let rank = 0; rank < PAUSES; rank++) {
    const before = processorOf(child.pid)
    await pause()
    costs.push(processorOf(child.pid) - before)
  }
  const waits = []
  let isPausing = true
  const asking = (async () => {
    while (isPausing) {
      const before = performance.now()
      await connection.sendRequest('textDocument/foldingRange', {
        textDocument: { uri: 'untitled:none' },
      })
      waits.push(performance.now() - before)
      await sleep(3)
    }
  })()
  for (let rank = 0; rank < PAUSES; rank++) await pause()
  isPausing = false
  await asking
  await editor.stop()
  console.log(`${count} proposals`)
  console.log(`  first preview and tree   processor ${first} ms`)
  console.log(
    `  a pause                  processor median ${median(costs)} ms, all ${costs.join(' ')}`,
  )
  const longest5 = waits.sort((one, other) => other - one).slice(0, 5)
  console.log(
    `  another question         median ${median(waits).toFixed(1)} ms, longest ${longest5.map((one) => one.toFixed(0)).join(' ')} ms`,
  )
}
rmSync(scratch, { recursive: true, force: true })

/** Waits until a process has next to nothing to do. */
async function quiet(pid) {
  for (let calm = 0, looks = 0; calm < 2 && looks < 30; looks++) {
    const before = processorOf(pid)
    await sleep(300)
    calm = processorOf(pid) - before <= 10 ? calm + 1 : 0
  }
}

function sleep(time) {
  return new Promise((resolve) => setTimeout(resolve, time))
}

/**
 * Milliseconds of processor that a process has used: where others share the machine, waiting tells
 * little.
 */
function processorOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
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
