// Bundles the extension into dist/extension: what an editor installs, with the whole of cahier
// inside, and the licences of what went into it.
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
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { licencesOf } from '../../cli/scripts/licences-of.mjs'

const here = dirname(dirname(fileURLToPath(import.meta.url)))
const cli = join(here, '../cli')
const out = join(here, 'dist/extension')

// The client asks which editor it runs in, and the manifest asked for no less (`engines`): a
// library of versions weighs more than the question.
const versionKnown = {
  name: 'version-known',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^semver\/functions\// }, ({ path }) => ({
      path,
      namespace: 'version-known',
    }))
    onLoad({ filter: /parse$/, namespace: 'version-known' }, () => ({
      contents: 'module.exports = version => ({ version })',
    }))
    onLoad({ filter: /satisfies$/, namespace: 'version-known' }, () => ({
      contents: 'module.exports = () => true',
    }))
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
const pieces = JSON.parse(readFileSync(join(cli, 'dist/pieces.json'), 'utf8')).map(
  (piece) => `dist/bundle/${piece}`,
)
for (const part of ['bin', ...pieces.filter(isCarried)])
  cpSync(join(cli, part), join(program, part), { recursive: true })
// Shorter names: what a person reads in a stack matters less here than what an old connection has
// to carry.
const sum = createHash('sha256').update(readFileSync(join(program, 'dist/bundle/build-id')))
for (const piece of pieces.filter((path) => isCarried(path) && path.endsWith('.js'))) {
  const { code } = await transform(readFileSync(join(program, piece), 'utf8'), {
    format: 'esm',
    platform: 'node',
    minify: true,
    legalComments: 'none',
  })
  writeFileSync(join(program, piece), code)
  sum.update(code)
}
writeFileSync(join(program, 'dist/bundle/build-id'), `${sum.digest('hex')}\n`)
writeFileSync(join(program, 'package.json'), '{ "type": "module" }\n')
copyFileSync(join(cli, 'dist/THIRD-PARTY-LICENCES.txt'), join(program, 'THIRD-PARTY-LICENCES.txt'))

for (const file of ['README.md', 'CHANGELOG.md', 'package.nls.json', 'package.nls.fr.json'])
  copyFileSync(join(here, file), join(out, file))
cpSync(join(here, 'media'), join(out, 'media'), { recursive: true })
copyFileSync(join(here, '../../LICENCE.txt'), join(out, 'LICENSE.txt'))
writeFileSync(join(out, 'THIRD-PARTY-LICENCES.txt'), licencesOf(Object.keys(metafile.inputs), here))

// What an editor reads of the manifest: nothing of how it is built.
const {
  private: _,
  scripts,
  devDependencies,
  type,
  ...manifest
} = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)

// A cache of builds puts files back and takes none away: who carries the extension elsewhere takes
// these.
const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
  entry.isFile(),
)
const paths = files.map(({ parentPath, name }) => relative(out, join(parentPath, name))).sort()
writeFileSync(join(here, 'dist/files.json'), `${JSON.stringify(paths, null, 2)}\n`)

/**
 * The fast parser weighs as much as all the rest, and an editor reads one text at a time: the
 * reference parser does. The schemas are for editors that know nothing of programmes, which this
 * one does. The merge of a file is for git, which is never set up with a program that moves at each
 * update of the editor.
 */
function isCarried(piece) {
  return (
    !piece.endsWith('.wasm.br') &&
    piece !== 'dist/bundle/schemas' &&
    !piece.startsWith('dist/bundle/merge-file-')
  )
}
