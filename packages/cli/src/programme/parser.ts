import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { type BrotliOptions, brotliDecompress, brotliDecompressSync } from 'node:zlib'
import { isOfFile, type Source } from '@cahier/core/source'
import { fastParser, type Parser, parseMarkdown } from '@cahier/prose'
import { UsageError } from '../arguments/usage-error.ts'

/** Bytes. For less text, `parseMarkdown` ends before the fast parser has started. */
const WORTH_STARTING = 100_000

/**
 * The Markdown parser for these texts: the fast parser (WebAssembly) for much text, else the
 * reference parser (`parseMarkdown`). Their trees are the same. `CAHIER_PARSER` may force one.
 * @throws {UsageError} when the variable is wrong, or the forced fast parser cannot start.
 */
export function parserFor(sources: readonly Source[]): Parser {
  const forced = process.env.CAHIER_PARSER ?? ''
  if (forced !== '' && forced !== 'reference' && forced !== 'fast')
    throw new UsageError(
      `CAHIER_PARSER vaut « ${forced} » : écrivez reference ou fast, ou rien`,
      `CAHIER_PARSER is “${forced}”: write reference or fast, or nothing`,
    )
  const size = sources
    .filter(({ path }) => !path.endsWith('.yaml'))
    .map((one) => (isOfFile(one) ? one.bytes.length : Buffer.byteLength(one.text)))
    .reduce((sum, length) => sum + length, 0)
  if (forced === 'reference' || (forced === '' && size < WORTH_STARTING)) return parseMarkdown
  const parse = startFastParser()
  if (forced === 'fast' && parse === parseMarkdown)
    throw new UsageError(
      'le lecteur rapide ne démarre pas : CAHIER_PARSER=reference',
      'the fast parser does not start: CAHIER_PARSER=reference',
    )
  return parse
}

/**
 * The parser of the language server: the fast parser, whose WebAssembly code is `engine`, unless
 * `CAHIER_PARSER` is `reference`.
 */
export function serverParser(engine: Uint8Array | undefined): Parser {
  return process.env.CAHIER_PARSER === 'reference' ? parseMarkdown : startFastParser(engine)
}

function startFastParser(engine?: Uint8Array): Parser {
  try {
    return fastParser(engine ?? brotliDecompressSync(packedEngine(), AT_ONCE))
  } catch {
    return parseMarkdown
  }
}

/** The WebAssembly code of the fast parser, unpacked in another thread; undefined if missing. */
export async function unpackEngine(): Promise<Uint8Array | undefined> {
  try {
    return await unpack(packedEngine(), AT_ONCE)
  } catch {
    return undefined
  }
}

const unpack = promisify<Uint8Array, BrotliOptions, Uint8Array>(brotliDecompress)

/** Unpacks in one chunk: each further chunk would wait for the event loop. */
const AT_ONCE = { chunkSize: 4_000_000 }

function packedEngine() {
  return readFileSync(new URL('./satteri.wasm.br', import.meta.url))
}
