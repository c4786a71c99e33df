// Bundles the extension, each edition with its licences: into dist/extension for editors on a
// computer, with the program `cahier`; into dist/web for editors in a browser.
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
import { bundleWeb } from './bundle-web.mjs'

const here = dirname(dirname(fileURLToPath(import.meta.url)))
const cli = join(here, '../cli')
const out = join(here, 'dist/extension')

// Replaces the library `semver`: the client only checks the version of the editor, which `engines`
// in the manifest guarantees.
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

// The program as it is published; its language server and commands are the same files.
const program = join(out, 'dist/cahier')
const pieces = JSON.parse(readFileSync(join(cli, 'dist/pieces.json'), 'utf8')).map(
  (piece) => `dist/bundle/${piece}`,
)
for (const part of ['bin', ...pieces.filter(isCarried)])
  cpSync(join(cli, part), join(program, part), { recursive: true })
const carriedCode = pieces.filter((path) => isCarried(path) && path.endsWith('.js'))
const wholeCode = carriedCode.map((path) => readFileSync(join(program, path), 'utf8')).join('\n')
// The schemas that the program does not read are for other editors.
const schemas = join(program, 'dist/bundle/schemas')
for (const name of readdirSync(schemas))
  if (!wholeCode.includes(`./schemas/${name}`)) rmSync(join(schemas, name))
// Minified again: a small download matters more than a readable stack.
const sum = createHash('sha256').update(readFileSync(join(program, 'dist/bundle/build-id')))
for (const piece of carriedCode) {
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

copyAbout(out)
writeFileSync(join(out, 'THIRD-PARTY-LICENCES.txt'), licencesOf(Object.keys(metafile.inputs), here))

// The manifest without the keys that only the build or the web edition reads.
const {
  private: _,
  scripts,
  devDependencies,
  type,
  ...manifest
} = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
const { browser, ...onDesktop } = manifest
writeManifest(out, onDesktop)

// The web edition is a separate package (target `web` in galleries).
const web = join(here, 'dist/web')
rmSync(web, { recursive: true, force: true })
mkdirSync(web, { recursive: true })
copyAbout(web)
writeFileSync(join(web, 'THIRD-PARTY-LICENCES.txt'), licencesOf(await bundleWeb(here, web), here))
const { main, extensionKind, contributes, ...onWeb } = manifest
const { taskDefinitions, problemMatchers, ...shown } = contributes
writeManifest(web, {
  ...onWeb,
  capabilities: { ...manifest.capabilities, virtualWorkspaces: true },
  contributes: shown,
})

// Lists the files to package, since a cached build restores files and removes none.
for (const [folder, list] of [
  [out, 'files.json'],
  [web, 'web-files.json'],
]) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
  writeFileSync(join(here, 'dist', list), `${JSON.stringify(files.sort(), null, 2)}\n`)
}

function copyAbout(folder) {
  for (const file of ['README.md', 'CHANGELOG.md', 'package.nls.json', 'package.nls.fr.json'])
    copyFileSync(join(here, file), join(folder, file))
  cpSync(join(here, 'media'), join(folder, 'media'), { recursive: true })
  copyFileSync(join(here, '../../LICENCE.txt'), join(folder, 'LICENSE.txt'))
}

function writeManifest(folder, content) {
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(content, null, 2)}\n`)
}

/**
 * Whether the extension includes a file of the program. The fast parser is left out: it doubles the
 * size, and an editor reads one text at a time. So is the merge for git, which needs a program
 * whose path does not change at each update of the editor.
 */
function isCarried(piece) {
  return !piece.endsWith('.wasm.br') && !piece.startsWith('dist/bundle/merge-file-')
}
