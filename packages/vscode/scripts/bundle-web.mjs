// Bundles the web edition: the extension, and its language server, which runs in a web worker.
import { join } from 'node:path'
import { brotliDecompressSync, deflateRawSync } from 'node:zlib'
import { build } from 'esbuild'

/** Writes `dist/extension.js` and `dist/server.js` in `folder`; returns the files bundled. */
export async function bundleWeb(here, folder) {
  const options = {
    absWorkingDir: here,
    outdir: join(folder, 'dist'),
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    conditions: ['cahier-source', 'module'],
    mainFields: ['module', 'main'],
    loader: { '.md': 'text', '.css': 'text', '.yml': 'text' },
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  }
  const bundles = await Promise.all([
    build({
      ...options,
      entryPoints: { extension: 'src/web/extension.ts' },
      format: 'cjs',
      external: ['vscode'],
    }),
    build({
      ...options,
      entryPoints: { server: 'src/web/server.ts' },
      format: 'iife',
      conditions: [...options.conditions, 'worker'],
      plugins: [standIns(here), lexicons],
    }),
  ])
  return bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs))
}

/** The file of `src/web/node` that replaces each module of Node. */
const STAND_INS = {
  buffer: 'buffer.ts',
  crypto: 'crypto.ts',
  fs: 'fs.ts',
  path: 'path.ts',
  'timers/promises': 'timers-promises.ts',
  url: 'url.ts',
  util: 'deep-equal.ts',
  zlib: 'zlib.ts',
}

const standIns = (here) => ({
  name: 'stand-ins',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:node:)?[a-z/]+$/ }, ({ path }) => {
      const file = STAND_INS[path.replace('node:', '')]
      return file === undefined ? undefined : { path: join(here, 'src/web/node', file) }
    })
  },
})

/** Packs the lexicons with DEFLATE, since few browsers unpack Brotli in a script. */
const lexicons = {
  name: 'lexicons',
  setup({ onLoad }) {
    onLoad({ filter: /generated[\\/](?:french|english)-lexicon\.js$/ }, async ({ path }) => {
      const { packedColumns, ...rest } = await import(path)
      const packed = deflateRawSync(brotliDecompressSync(Buffer.from(packedColumns, 'base64')))
      const all = { ...rest, packedColumns: packed.toString('base64') }
      return {
        contents: Object.entries(all)
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
          .join('\n'),
      }
    })
  },
}
