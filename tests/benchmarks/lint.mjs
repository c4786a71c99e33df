// `cahier lint` and other linters on the same files in the same run, each with its default rules,
// printing what it finds. `npm run build` first. Peers are installed outside the repository,
// without their scripts.
//   node tests/benchmarks/lint.mjs [--shape EIPs|KEPs|French] [--corpus DIR]
//     [--texts FILE.jsonl.gz] [--peers a,b] [--peers-in DIR] [--runs N]
//   node tests/benchmarks/lint.mjs --proposals 1000,3000,10000   time and memory as it grows
// Without a corpus or texts, English comes from the documentation of the installed packages and
// French from the programme, in the shapes of `lint/generate.mjs`.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeLargeProgramme } from './large-programme.mjs'
import { blocksInLines, blocksUnder, SHAPES, writeCorpus } from './lint/generate.mjs'
import { measure } from './lint/measure.mjs'
import { installPeers, PEERS } from './lint/peers.mjs'

const { values } = parseArgs({
  options: {
    shape: { type: 'string', default: 'EIPs' },
    corpus: { type: 'string' },
    texts: { type: 'string' },
    peers: { type: 'string', default: Object.keys(PEERS).join(',') },
    'peers-in': { type: 'string', default: join(tmpdir(), 'cahier-peers') },
    runs: { type: 'string', default: '3' },
    proposals: { type: 'string' },
  },
})
const root = fileURLToPath(new URL('../../', import.meta.url))
const cahier = join(root, 'packages/cli/bin/cahier.js')
const runs = Number(values.runs)
const scratch = mkdtempSync(join(tmpdir(), 'cahier-lint-'))

try {
  if (values.proposals !== undefined) await measureGrowth(values.proposals.split(',').map(Number))
  else await compare()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function compare() {
  const names = values.peers.split(',').filter(Boolean)
  const modules = names.length > 0 ? installPeers(values['peers-in'], names) : ''
  const folder = values.corpus ?? join(scratch, 'corpus')
  if (values.corpus === undefined) {
    const own = join(root, values.shape === 'French' ? 'programme' : 'node_modules')
    const blocks = values.texts === undefined ? blocksUnder(own) : blocksInLines(values.texts)
    writeCorpus(folder, blocks, SHAPES[values.shape])
  }
  const files = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.md'))
  console.log(`${values.corpus ?? values.shape}: ${files.length} files\n`)

  const rows = [
    ['cahier, no cache', ['lint', '--no-cache', '.'], {}],
    ['cahier, reference parser', ['lint', '--no-cache', '.'], { CAHIER_PARSER: 'reference' }],
    ['cahier, first run of a cache', ['lint', '.'], {}],
    ['cahier, nothing changed', ['lint', '.'], {}],
  ]
  // As for who works: its code is compiled already, and of these texts nothing is remembered until
  // the third row.
  const home = { XDG_CACHE_HOME: join(scratch, 'home'), CAHIER_CACHE: '' }
  await measure(1, process.execPath, [cahier, 'lint', '--no-cache', '.'], {
    cwd: folder,
    env: home,
  })
  const results = []
  for (const [name, args, more] of rows) {
    const env = { ...home, ...more }
    if (name.includes('first run'))
      results.push([
        name,
        await measure(1, process.execPath, [cahier, ...args], { cwd: folder, env }),
      ])
    else
      results.push([
        name,
        await measure(runs, process.execPath, [cahier, ...args], { cwd: folder, env }),
      ])
  }
  for (const name of names) {
    const { bin, args } = PEERS[name]
    if (name.includes('cached'))
      await measure(1, process.execPath, [join(modules, bin), ...args('.', modules)], {
        cwd: folder,
      })
    results.push([
      name,
      await measure(
        name.startsWith('rumdl') ? runs : 1,
        process.execPath,
        [join(modules, bin), ...args('.', modules)],
        { cwd: folder },
      ),
    ])
  }
  rmSync(join(folder, '.cache-rumdl'), { recursive: true, force: true })
  print(results)

  console.log('\none file, cold\n')
  const one = files.toSorted()[0]
  const cold = [
    ['node -e 0', await measure(9, process.execPath, ['-e', '0'], { cwd: folder })],
    [
      'cahier',
      await measure(9, process.execPath, [cahier, 'lint', '--no-cache', one], { cwd: folder }),
    ],
  ]
  for (const name of names.filter((name) => !name.includes('cached'))) {
    const { bin, args } = PEERS[name]
    cold.push([
      name,
      await measure(5, process.execPath, [join(modules, bin), ...args(one, modules)], {
        cwd: folder,
      }),
    ])
  }
  print(cold, 1)
}

async function measureGrowth(sizes) {
  const results = []
  for (const size of sizes) {
    const folder = join(scratch, String(size))
    const written = writeLargeProgramme(join(root, 'programme'), folder, size)
    const result = await measure(1, process.execPath, [cahier, 'lint', '--no-cache'], {
      cwd: folder,
    })
    results.push([
      `${written} proposals, ${((result.seconds / written) * 1000).toFixed(2)} ms each`,
      result,
    ])
    rmSync(folder, { recursive: true })
  }
  print(results)
}

/** Times, and how many times the one of the row that counts for one. */
function print(results, unit = 0) {
  const one = results[unit][1].seconds
  for (const [name, { seconds, memory, code }] of results) {
    const time = seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`
    const ended = code === 0 || code === 1 ? '' : `  ended with ${code}`
    console.log(
      `${name.padEnd(34)}${time.padStart(9)}${(seconds / one).toFixed(2).padStart(9)} ×${memory.toFixed(0).padStart(7)} MiB${ended}`,
    )
  }
}
