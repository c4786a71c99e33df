import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { type BrotliOptions, brotliDecompress, brotliDecompressSync } from 'node:zlib'
import { isOfFile, type Source } from '@cahier/core/source'
import { fastParser, type Parser, parseMarkdown } from '@cahier/prose'
import { UsageError } from '../arguments/usage-error.ts'

/**
 * Shorter texts are read by the reference before the fast parser has started. In bytes, all texts
 * together.
 */
const WORTH_STARTING = 100_000

/**
 * The parser to read these texts with: the fast one, which gives the same trees, when they are long
 * enough for it to be worth starting; whatever is mended is verified with the reference. The
 * environment variable `CAHIER_PARSER`, `reference` or `fast`, has one of them always.
 * @throws {UsageError} when the variable is neither, or wants a fast parser that is not there.
 */
export function parserFor(sources: readonly Source[]): Parser {
  const forced = process.env.CAHIER_PARSER ?? ''
  if (forced !== '' && forced !== 'reference' && forced !== 'fast')
    throw new UsageError(
      `CAHIER_PARSER vaut « ${forced} » : écrivez reference ou fast, ou rien`,
      `CAHIER_PARSER is “${forced}”: write reference or fast, or nothing`,
    )
  const size = textSize(sources.filter(({ path }) => !path.endsWith('.yaml')))
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
 * The parser of a program that stays: the fast one, whose engine is unpacked, unless
 * `CAHIER_PARSER` wants the reference.
 */
export function parserThatStays(engine: Uint8Array | undefined): Parser {
  return process.env.CAHIER_PARSER === 'reference' ? parseMarkdown : startFastParser(engine)
}

/**
 * The fast parser, from beside the bundle unless its engine is given; a copy without it reads with
 * the reference.
 */
function startFastParser(engine?: Uint8Array): Parser {
  try {
    return fastParser(engine ?? unpackedEngine())
  } catch {
    return parseMarkdown
  }
}

/**
 * How large some texts are together, in bytes of UTF-8. Those that stand in files are not read for
 * that.
 */
function textSize(sources: readonly Source[]): number {
  return sources.reduce(
    (sum, source) =>
      sum + (isOfFile(source) ? source.bytes.length : Buffer.byteLength(source.text)),
    0,
  )
}

/**
 * The bytes of the fast parser's engine, from beside the bundle.
 * @throws in a copy without it.
 */
function unpackedEngine(): Uint8Array {
  return brotliDecompressSync(packedEngine(), AT_ONCE)
}

/** The same, unpacked beside us; nothing in a copy without it. */
export async function engineBeside(): Promise<Uint8Array | undefined> {
  try {
    return await unpack(packedEngine(), AT_ONCE)
  } catch {
    return undefined
  }
}

const unpack = promisify<Uint8Array, BrotliOptions, Uint8Array>(brotliDecompress)

/** All of the engine in one piece: in many, each waits for the program to take it. */
const AT_ONCE = { chunkSize: 4_000_000 }

function packedEngine(): Uint8Array {
  return readFileSync(new URL('./satteri.wasm.br', import.meta.url))
}
