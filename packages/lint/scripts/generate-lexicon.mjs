// Compiles the French words of the package dictionary-fr (Grammalecte's “classique”, MPL-2.0) into one automaton, compressed.
// Run by `npm run generate`; what it writes is committed, and the continuous integration ends with `git diff --exit-code`.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import dictionary from 'dictionary-fr'
import { automatonOf } from './automaton-of.mjs'
import { expandDictionary } from './expand-dictionary.mjs'

const target = fileURLToPath(new URL('../src/generated/french-lexicon.js', import.meta.url))
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.resolve('dictionary-fr'))))

const words = expandDictionary(dictionary)
const { letters, root, edges } = automatonOf(words)
const bytes = Buffer.from(edges.buffer)

const before = await import(target).catch(() => undefined)
// Two releases of Brotli may pack the same bytes differently: what already says the same is left alone.
const isSame =
  before?.letters === letters && before.root === root && brotliDecompressSync(Buffer.from(before.packedEdges, 'base64')).equals(bytes)
if (!isSame) {
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } })
  writeFileSync(
    target,
    `// Made by \`npm run generate\` from dictionary-fr ${version}, a dictionary by Olivier R. and others, https://grammalecte.net, under the
// Mozilla Public License 2.0 (https://mozilla.org/MPL/2.0/), which covers this file too. Its source: https://www.npmjs.com/package/dictionary-fr
export const letters = ${JSON.stringify(letters)}
export const root = ${root}
export const packedEdges =
  '${packed.toString('base64')}'
`,
  )
}
console.log(`${words.length} words, ${edges.length} edges`)
