// How long a merge takes: `node tests/benchmarks/merge.mjs [RUNS]`. The command, as a ratio to bare
// Node and to `git merge-file` in the same run; and the engine alone, in milliseconds of processor
// time. Aims: a file of 10 kB, under 10 ms for the engine; 200 paragraphs rewritten on both sides,
// under a second.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cahier = `${root}packages/cli/bin/cahier.js`
const runs = Number(process.argv[2] ?? 15)
const folder = mkdtempSync(join(tmpdir(), 'cahier-merge-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

// The same text at each run: a small generator (Park and Miller) over a vocabulary of common and
// rare words.
let seed = 20_261_124
const random = (below) => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % below
}
const common =
  'le la les de des un une et que qui dans pour sur avec commune service habitants loi école eau'.split(
    ' ',
  )
const word = () => (random(2) === 0 ? common[random(common.length)] : `mot${random(3000)}`)
const sentence = () => `Chaque ${Array.from({ length: 8 + random(12) }, word).join(' ')}.`
const paragraph = () => Array.from({ length: 4 }, sentence).join(' ')
const rewritten = (text) =>
  text
    .split(' ')
    .map((one) => (random(3) === 0 ? word() : one))
    .join(' ')

const paragraphs = Array.from({ length: 200 }, paragraph)
const book = (parts) => `${parts.join('\n\n')}\n`
const edited = (part, from, to) => part.replace(from, to)
const small = paragraphs.slice(0, 25)
const cases = {
  '10 kB, two sentences of one paragraph': [
    book(small),
    book(small.map((part, index) => (index === 12 ? edited(part, /\. /, ' bien. ') : part))),
    book(small.map((part, index) => (index === 12 ? edited(part, /\.$/, ' encore.') : part))),
  ],
  '200 paragraphs, all rewritten on both sides': [
    book(paragraphs),
    book(paragraphs.map(rewritten)),
    book(paragraphs.map(rewritten)),
  ],
}

const engine = join(folder, 'merge.mjs')
await build({
  entryPoints: [`${root}packages/prose/src/merge/index.ts`],
  outfile: engine,
  bundle: true,
  format: 'esm',
  platform: 'node',
})
const { mergeText } = await import(engine)
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
const processor = (work) => {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
const wall = (program, args) => {
  const start = process.hrtime.bigint()
  spawnSync(program, args, { stdio: 'ignore', cwd: folder })
  return Number(process.hrtime.bigint() - start) / 1e6
}

for (const [name, [base, ours, theirs]] of Object.entries(cases)) {
  for (const [file, text] of Object.entries({ base, ours, theirs }))
    writeFileSync(join(folder, `${file}.md`), text)
  const files = ['ours.md', 'base.md', 'theirs.md']
  const commands = {
    'node -e 0': [process.execPath, ['-e', '0']],
    'git merge-file': ['git', ['merge-file', '-p', '-q', ...files]],
    diff3: ['diff3', ['-m', ...files]],
    'cahier merge-file': [process.execPath, [cahier, 'merge-file', '-p', '-q', ...files]],
  }
  const known = Object.entries(commands).filter(
    ([, [program]]) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined,
  )
  // In turn, so that a drift of the machine touches all alike.
  const times = Object.fromEntries(known.map(([label]) => [label, []]))
  for (let run = -1; run < runs; run++) {
    for (const [label, [program, args]] of known) {
      const time = wall(program, args)
      if (run >= 0) times[label].push(time)
    }
  }
  const bare = median(times['node -e 0'])
  console.log(`${name} (${Math.round(base.length / 1000)} kB)`)
  for (const [label, values] of Object.entries(times)) {
    console.log(
      `  ${label.padEnd(24)} ${median(values).toFixed(0).padStart(6)} ms  ${(median(values) / bare).toFixed(2).padStart(6)} × node`,
    )
  }
  const first = processor(() => mergeText({ base, ours, theirs }))
  // Most of what a merge costs in a new process is code that V8 has not compiled yet.
  for (let run = 0; run < 40; run++) mergeText({ base, ours, theirs })
  const again = Array.from({ length: 20 }, () => processor(() => mergeText({ base, ours, theirs })))
  console.log(`  ${'the engine, at first'.padEnd(24)} ${first.toFixed(1).padStart(6)} ms`)
  console.log(`  ${'the engine, once warm'.padEnd(24)} ${median(again).toFixed(1).padStart(6)} ms`)
}
