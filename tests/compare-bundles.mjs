// Compares what two checkouts publish, file by file, by SHA-256:
//
//   node tests/compare-bundles.mjs OTHER_CHECKOUT [THIS_CHECKOUT]
//
// Both must be built. Prints each file that differs; exits with 1 if there is one. The texts are
// `programme/`, the same in English, a new programme in each language, and a loose folder.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const [other, own = '.'] = process.argv.slice(2)
if (other === undefined) throw new Error('node tests/compare-bundles.mjs OTHER_CHECKOUT')
const checkouts = [resolve(other), resolve(own)]
const scratch = mkdtempSync(join(tmpdir(), 'cahier-bundles-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
const cahier = (checkout, ...args) =>
  spawnSync(process.execPath, [join(checkout, 'packages/cli/bin/cahier.js'), ...args], {
    encoding: 'utf8',
  })

const french = join(scratch, 'french')
cpSync(join(checkouts[1], 'programme'), french, {
  recursive: true,
  filter: (path) => !/node_modules|dist/.test(path),
})
const english = join(scratch, 'english')
cpSync(french, english, { recursive: true })
const manifest = join(english, 'programme.yaml')
writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('language: fr', 'language: en'))
const begun = ['fr', 'en'].map((language) => {
  const folder = join(scratch, `new-${language}`)
  cahier(checkouts[1], 'init', folder, '--lang', language, '--quiet')
  return folder
})

const PRINTED = ['--format', 'html,epub,odt,txt']
const DATED = ['--date', '2026-12-05']
const every = [...PRINTED, '--status', 'all', ...DATED]
const KINDS = ['programme', 'tribune', 'brochure', 'charter', 'dissent']
const publications = [
  ...[french, english, ...begun].flatMap((folder) =>
    KINDS.map((kind) => ['--programme', folder, '--kind', kind, ...every]),
  ),
  ...[french, english].flatMap((folder) => [
    ['--programme', folder, ...DATED],
    ['--programme', folder, '--kind', 'data', ...DATED],
    ['--programme', folder, '--kind', 'brochure', '--axis', 'services', ...every],
    ['--programme', folder, '--for', 'syndicats', ...every],
    ['--programme', folder, '--axis', 'services', '--amendments', ...every],
  ]),
  ['--loose', join(checkouts[1], 'docs/fr'), ...PRINTED],
  ['--loose', join(checkouts[1], 'packages/decisions'), ...PRINTED],
]

let different = 0
for (const options of publications) {
  const [before, after] = checkouts.map((checkout, index) => {
    const out = join(scratch, `out-${index}`)
    rmSync(out, { recursive: true, force: true })
    const { status, stderr } = cahier(checkout, 'publish', '--out', out, ...options)
    return status === 0 ? sumsIn(out) : new Map([['the exit status', `${status} ${stderr}`]])
  })
  const paths = [...new Set([...before.keys(), ...after.keys()])]
  const differing = paths.filter((path) => before.get(path) !== after.get(path))
  const shown = options
    .join(' ')
    .replaceAll(scratch, '')
    .replace(` ${every.join(' ')}`, '')
  console.log(`${differing.length === 0 ? 'same' : 'DIFFERS'} ${paths.length} files: ${shown}`)
  for (const path of differing) console.log(`  ${path}`)
  if (differing.length > 0 && process.env.SHOW) show(differing, process.env.SHOW)
  different += differing.length
}
process.exitCode = different === 0 ? 0 : 1

function sumsIn(folder) {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        path.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  )
}

/** With SHOW=PART, the differing lines of the files whose names contain PART. */
function show(paths, part) {
  for (const path of paths.filter((one) => one.includes(part)).slice(0, 3)) {
    const [before, after] = [0, 1].map((index) => join(scratch, `out-${index}`, path))
    try {
      execFileSync('diff', [before, after], { encoding: 'utf8' })
    } catch ({ stdout }) {
      console.log(String(stdout).slice(0, 3000))
    }
  }
}
