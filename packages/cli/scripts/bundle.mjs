// Bundles the program into dist/bundle: one folder with no run-time dependency, and the licences of what went into it.
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { licencesOf } from './licences-of.mjs'

const cli = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(cli, 'dist')
const yamlFolder = dirname(createRequire(join(cli, '../core/package.json')).resolve('yaml/package.json'))

rmSync(join(dist, 'bundle'), { recursive: true, force: true })

const { metafile } = await build({
  absWorkingDir: cli,
  entryPoints: { cahier: 'src/main.ts' },
  outdir: 'dist/bundle',
  chunkNames: '[name]-[hash]',
  bundle: true,
  // Each verb is loaded by a dynamic import: in pieces, `cahier --version` reads almost nothing.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  conditions: ['cahier-source', 'module'],
  mainFields: ['module', 'main'],
  // For Node, yaml offers CommonJS only, which cannot be split nor pruned; its other build is the same code as modules.
  alias: { yaml: join(yamlFolder, 'browser/index.js') },
  loader: { '.md': 'text', '.css': 'text' },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
})

writeFileSync(join(dist, 'THIRD-PARTY-LICENCES.txt'), licencesOf(Object.keys(metafile.inputs), cli))
copyFileSync(join(cli, '../../LICENCE.txt'), join(dist, 'LICENCE.txt'))
