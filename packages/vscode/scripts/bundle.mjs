// Bundles the extension into dist/extension: what an editor installs, with the whole of cahier inside, and the licences of what went into it.
import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { licencesOf } from '../../cli/scripts/licences-of.mjs'

const here = dirname(dirname(fileURLToPath(import.meta.url)))
const cli = join(here, '../cli')
const out = join(here, 'dist/extension')

// In signs; and the file that those are gathered in.
const SMALL = 8000
const SHARED = 'shared.js'

// The client asks which editor it runs in, and the manifest asked for no less (`engines`): a library of versions weighs more than the question.
const versionKnown = {
  name: 'version-known',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^semver\/functions\// }, ({ path }) => ({ path, namespace: 'version-known' }))
    onLoad({ filter: /parse$/, namespace: 'version-known' }, () => ({ contents: 'module.exports = version => ({ version })' }))
    onLoad({ filter: /satisfies$/, namespace: 'version-known' }, () => ({ contents: 'module.exports = () => true' }))
  },
}

rmSync(out, { recursive: true, force: true })
mkdirSync(join(out, 'dist'), { recursive: true })

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist/extension/dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
  conditions: ['cahier-source', 'module', 'require'],
  mainFields: ['module', 'main'],
  plugins: [versionKnown],
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
})

// The program itself, as it is published: its language server and its verbs are the same files.
const program = join(out, 'dist/cahier')
const pieces = JSON.parse(readFileSync(join(cli, 'dist/pieces.json'), 'utf8')).map((piece) => `dist/bundle/${piece}`)
for (const part of ['bin', ...pieces.filter(isCarried)]) cpSync(join(cli, part), join(program, part), { recursive: true })
// Shorter names, those of the outermost functions too, which a script would have to keep and a piece of CommonJS has not: what a person reads in a
// stack matters less here than what an old connection has to carry.
const smaller = {
  format: 'cjs',
  platform: 'node',
  supported: { 'dynamic-import': false },
  minify: true,
  // What `exportingAtOnce` leaves unused goes.
  treeShaking: true,
  legalComments: 'none',
}
const sum = createHash('sha256').update(readFileSync(join(program, 'dist/bundle/build-id')))
const carried = pieces.filter((path) => isCarried(path) && path.endsWith('.js'))
const codeOf = new Map(carried.map((piece) => [basename(piece), exportingAtOnce(readFileSync(join(program, piece), 'utf8'))]))
for (const [name, code] of gathered(codeOf)) {
  const path = join(program, 'dist/bundle', name)
  if (code === null) {
    rmSync(path)
    continue
  }
  const small = (await transform(code, smaller)).code
  writeFileSync(path, small)
  sum.update(small)
}
writeFileSync(join(program, 'dist/bundle/build-id'), `${sum.digest('hex')}\n`)
writeFileSync(join(program, 'package.json'), '{ "type": "module" }\n')
copyFileSync(join(cli, 'dist/THIRD-PARTY-LICENCES.txt'), join(program, 'THIRD-PARTY-LICENCES.txt'))

for (const file of ['README.md', 'package.nls.json', 'package.nls.fr.json']) copyFileSync(join(here, file), join(out, file))
cpSync(join(here, 'media'), join(out, 'media'), { recursive: true })
copyFileSync(join(here, '../../LICENCE.txt'), join(out, 'LICENSE.txt'))
writeFileSync(join(out, 'THIRD-PARTY-LICENCES.txt'), licencesOf(Object.keys(metafile.inputs), here))

// What an editor reads of the manifest: nothing of how it is built.
const { private: _, scripts, devDependencies, type, ...manifest } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)

// A cache of builds puts files back and takes none away: who carries the extension elsewhere takes these.
const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
const paths = files.map(({ parentPath, name }) => relative(out, join(parentPath, name))).sort()
writeFileSync(join(here, 'dist/files.json'), `${JSON.stringify(paths, null, 2)}\n`)

/**
 * The fast parser weighs as much as all the rest, and an editor reads one text at a time: the reference parser does. A thread that starts its engine would
 * be waited for in vain. The schemas are for editors that know nothing of programmes, which this one does.
 */
function isCarried(piece) {
  return !piece.endsWith('.wasm.br') && !['dist/bundle/engine-worker.js', 'dist/bundle/schemas'].includes(piece)
}

/** What a piece exports is put on `module.exports` itself, and not copied there from an object of its own: so small as pieces are, that weighs. */
function exportingAtOnce(code) {
  return code
    .replace('var stdin_exports={};', 'var stdin_exports=__defProp(module.exports,"__esModule",{value:!0});')
    .replace('module.exports=__toCommonJS(stdin_exports);', '')
}

/**
 * Small pieces that others share, in one file, where each still runs when it is first asked for: by itself a small file is hardly compressed, and its name stands twice in an
 * archive. `null` for what goes.
 */
function gathered(codeOf) {
  const small = new Set([...codeOf].flatMap(([name, code]) => (name.startsWith('chunk-') && code.length < SMALL ? [name] : [])))
  const asked = (code) =>
    code.replace(/require\("\.\/(chunk-\w+\.js)"\)/g, (call, name) => (small.has(name) ? `require("./${SHARED}")("${name}")` : call))
  const functions = [...small].map((name) => `"${name}":function(module,exports,require){${asked(codeOf.get(name))}\n}`)
  const shared = `"use strict";const made={},run={${functions.join(',')}};
module.exports=name=>{let piece=made[name];if(piece===undefined){piece=made[name]={exports:{}};run[name](piece,piece.exports,require)}return piece.exports}`
  const all = new Map([...codeOf].map(([name, code]) => [name, small.has(name) ? null : asked(code)]))
  return all.set(SHARED, shared)
}
