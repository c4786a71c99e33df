// Fetches the engine of the fast Markdown parser into engine/: the WebAssembly build of satteri
// from npm, checked by its SHA-256 and compressed. Run by hand after changing VERSION: `node
// packages/prose/scripts/fetch-engine.mjs`. `npm install` refuses the package, which is for
// WebAssembly processors.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

const VERSION = '0.10.5'
const WASM = '@bruits/satteri-wasm32-wasi'
const SHA256 = 'a4d108716083be0d0d7a969cea9a61a181c78f31ec8133aa729d3e0dd0efd714'

const engine = fileURLToPath(new URL('../engine/', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'engine-'))
try {
  const bytes = readFileSync(join(unpacked(WASM), 'satteri_napi.wasm32-wasi.wasm'))
  const sum = createHash('sha256').update(bytes).digest('hex')
  if (sum !== SHA256) throw new Error(`the engine is not the one expected: ${sum}`)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 }
  writeFileSync(join(engine, 'satteri.wasm.br'), brotliCompressSync(bytes, { params }))
  copyFileSync(join(unpacked('satteri'), 'LICENSE'), join(engine, 'LICENCE-satteri.txt'))
} finally {
  rmSync(scratch, { recursive: true })
}

/** Downloads a package for any processor, and returns the folder of its files. */
function unpacked(name) {
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', `${name}@${VERSION}`, '--json'], {
      cwd: scratch,
      encoding: 'utf8',
    }),
  )
  execFileSync('tar', ['-xzf', filename], { cwd: scratch })
  return join(scratch, 'package')
}
