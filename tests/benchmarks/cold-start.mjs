// How long the bundled program takes to start, as a ratio to bare Node in the same run: `node
// tests/benchmarks/cold-start.mjs [RUNS]`. Aims: `--version` within 2.5 × `node -e 0`, linting one
// proposal within 6 ×.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cahier = `${root}packages/cli/bin/cahier.js`
const runs = Number(process.argv[2] ?? 15)

const commands = {
  'node -e 0': ['-e', '0'],
  'cahier --version': [cahier, '--version'],
  'cahier lint, one proposal': [cahier, 'lint', `${root}programme/axes/services/guichet-humain.md`],
  'cahier lint, the programme': [cahier, 'lint', `${root}programme`],
  'cahier status': [cahier, 'status', '--programme', `${root}programme`],
}

// In turn, so that a drift of the machine touches all alike.
const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
for (let run = -1; run < runs; run++) {
  for (const [name, args] of Object.entries(commands)) {
    const start = process.hrtime.bigint()
    spawnSync(process.execPath, args, { stdio: 'ignore' })
    if (run >= 0) times[name].push(Number(process.hrtime.bigint() - start) / 1e6)
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
const bare = median(times['node -e 0'])
for (const [name, values] of Object.entries(times)) {
  console.log(
    `${name.padEnd(28)} ${median(values).toFixed(0).padStart(5)} ms  ${(median(values) / bare).toFixed(2).padStart(6)} ×`,
  )
}
