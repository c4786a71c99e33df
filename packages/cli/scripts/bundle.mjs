// Bundles the program into dist/bundle: one folder with no run-time dependency, and the licences of
// what went into it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { licencesOf } from './licences-of.mjs'

const cli = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(cli, 'dist')
const hast = createRequire(createRequire(join(cli, '../export/package.json')).resolve('hastscript'))

/** Turns `require` of a Node module, in CommonJS packages, into an import. */
const requiredBuiltins = {
  name: 'required-builtins',
  setup(its) {
    its.onResolve({ filter: /^(node:)?[a-z/_]+$/ }, ({ kind, path }) =>
      kind === 'require-call' && isBuiltin(path)
        ? { path, namespace: 'required-builtin' }
        : undefined,
    )
    its.onLoad({ filter: /.*/, namespace: 'required-builtin' }, ({ path }) => ({
      contents: `export * from '${path}'\nexport { default } from '${path}'`,
    }))
  },
}

/** Reads the schemas from files beside the bundle, so that the bundle has no second copy. */
const schemasBeside = {
  name: 'schemas-beside',
  setup(its) {
    its.onLoad({ filter: /[\\/]schemas[\\/][a-z-]+\.schema\.json$/ }, ({ path }) => ({
      contents: `import { readFileSync } from 'node:fs'
        const file = new URL('./schemas/${basename(path)}', import.meta.url)
        export default JSON.parse(readFileSync(file, 'utf8'))`,
    }))
  },
}

rmSync(join(dist, 'bundle'), { recursive: true, force: true })
mkdirSync(join(dist, 'bundle'), { recursive: true })

const { metafile } = await build({
  absWorkingDir: cli,
  entryPoints: { cahier: 'src/main.ts' },
  outdir: 'dist/bundle',
  chunkNames: '[name]-[hash]',
  bundle: true,
  // Each command is a dynamic import: in chunks, `cahier --version` reads almost nothing.
  splitting: true,
  // Node 20 supports the property escapes that we use. Without this, esbuild would replace each
  // expression by a call that compiles it anew, in loops too.
  supported: { 'regexp-unicode-property-escapes': true },
  format: 'esm',
  charset: 'utf8',
  platform: 'node',
  target: 'node20.19',
  conditions: ['cahier-source', 'module'],
  mainFields: ['module', 'main'],
  // hast-util-to-xast asks for an older version: its tables would be in the bundle twice.
  alias: { 'property-information': hast.resolve('property-information') },
  plugins: [requiredBuiltins, schemasBeside],
  loader: { '.md': 'text', '.css': 'text', '.yml': 'text' },
  // 0.7 MB less to download.
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
})

// The pages of the rules, for `cahier rules` and for editors, without a network.
cpSync(join(cli, '../lint/src/rules'), join(dist, 'bundle/rules'), {
  recursive: true,
  filter: (path) => !/\.ts$/.test(path),
})
// The engine of the fast parser, which is no npm package, and the licences of its code.
const engine = join(cli, '../prose/engine')
copyFileSync(join(engine, 'satteri.wasm.br'), join(dist, 'bundle/satteri.wasm.br'))
const licences = licencesOf(Object.keys(metafile.inputs), cli)
const [satteri, crates] = ['satteri', 'crates'].map((name) =>
  readFileSync(join(engine, `LICENCE-${name}.txt`), 'utf8').trim(),
)
const rule = '='.repeat(78)
// The schemas, for our server and for editors of YAML.
const schemas = join(cli, '../../schemas')
mkdirSync(join(dist, 'bundle/schemas'))
for (const name of readdirSync(schemas).filter(
  (one) => one.endsWith('.schema.json') && !one.startsWith('report-'),
))
  writeFileSync(
    join(dist, 'bundle/schemas', name),
    JSON.stringify(JSON.parse(readFileSync(join(schemas, name), 'utf8'))),
  )
// The manual pages, printed by the program itself.
mkdirSync(join(dist, 'bundle/man'))
for (const [lang, name] of Object.entries({ fr: 'cahier.fr.1.gz', en: 'cahier.1.gz' }))
  writeFileSync(
    join(dist, 'bundle/man', name),
    gzipSync(
      execFileSync(process.execPath, [
        join(cli, 'bin/cahier.js'),
        'completion',
        'man',
        '--lang',
        lang,
      ]),
    ),
  )
// The id of this build, a hash of all its files: caches of other builds are not used.
const sum = createHash('sha256')
const files = readdirSync(join(dist, 'bundle'), { recursive: true, withFileTypes: true }).filter(
  (entry) => entry.isFile(),
)
for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
  sum.update(readFileSync(path))
writeFileSync(join(dist, 'bundle/build-id'), `${sum.digest('hex')}\n`)
const engineLicences = `${rule}\nsatteri 0.10.5 (MIT)\n${rule}\n\n${satteri}\n\n${crates}`
writeFileSync(join(dist, 'THIRD-PARTY-LICENCES.txt'), `${licences}\n\n${engineLicences}\n`)
copyFileSync(join(cli, '../../LICENCE.txt'), join(dist, 'LICENCE.txt'))
// A cached build restores files and removes none: this list names the files of the current build.
const pieces = Object.keys(metafile.outputs).map((path) => path.slice('dist/bundle/'.length))
writeFileSync(
  join(dist, 'pieces.json'),
  `${JSON.stringify([...pieces, 'build-id', 'rules', 'schemas', 'satteri.wasm.br'], null, 2)}\n`,
)
