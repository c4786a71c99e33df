// Compiles the French words of the package dictionary-fr (Grammalecte's “classique”, MPL-2.0) into
// one automaton, compressed; and into another, those of dictionary-en that may be mistaken for a
// slip in French. Run by `npm run generate`; what it writes is committed, and the continuous
// integration ends with `git diff --exit-code`.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import english from 'dictionary-en'
import french from 'dictionary-fr'
import { automatonOf } from './automaton-of.mjs'
import { expandDictionary } from './expand-dictionary.mjs'

const frenchWords = new Set(expandDictionary(french))
await write(
  'french',
  [...frenchWords],
  `dictionary-fr ${versionOf('dictionary-fr')}, a dictionary by Olivier R. and others, https://grammalecte.net, under the
// Mozilla Public License 2.0 (https://mozilla.org/MPL/2.0/), which covers this file too. Its
// source: https://www.npmjs.com/package/dictionary-fr`,
)

// What French has is no matter, longer words are told apart by their length, and a plural is found
// by its singular.
const foreign = new Set(
  expandDictionary(english).filter((word) => /^[a-z]{4,9}$/.test(word) && !frenchWords.has(word)),
)
await write(
  'english',
  [...foreign].filter((word) => !word.endsWith('s') || !foreign.has(word.slice(0, -1))),
  `dictionary-en ${versionOf('dictionary-en')}, a dictionary by Kevin Atkinson and others, http://wordlist.aspell.net, under
// the MIT and BSD licences. Its source: https://www.npmjs.com/package/dictionary-en`,
)

function versionOf(name) {
  return JSON.parse(readFileSync(new URL('package.json', import.meta.resolve(name)))).version
}

async function write(language, words, origin) {
  const target = fileURLToPath(new URL(`../src/generated/${language}-lexicon.js`, import.meta.url))
  const { letters, shared, edges, bytes } = automatonOf(words)
  const before = await import(target).catch(() => undefined)
  // Two releases of Brotli may pack the same bytes differently: what already says the same is left
  // alone.
  const isSame =
    before?.letters === letters &&
    before.shared === shared &&
    before.edges === edges &&
    brotliDecompressSync(Buffer.from(before.packedColumns, 'base64')).equals(bytes)
  if (!isSame) {
    const packed = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
    })
    writeFileSync(
      target,
      `// Made by \`npm run generate\` from ${origin}
export const letters = ${JSON.stringify(letters)}
export const shared = ${shared}
export const edges = ${edges}
export const packedColumns =
  '${packed.toString('base64')}'
`,
    )
  }
  console.log(`${language}: ${words.length} words, ${edges} edges`)
}
