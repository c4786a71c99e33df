import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { type BrotliOptions, brotliDecompress, brotliDecompressSync } from 'node:zlib'

/**
 * The bytes of the fast parser's engine, from beside the bundle.
 * @throws in a copy without it.
 */
export function unpackedEngine(): Uint8Array {
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
