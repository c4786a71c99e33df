import { readFileSync } from 'node:fs'
import { brotliDecompress, brotliDecompressSync } from 'node:zlib'

/**
 * The bytes of the fast parser's engine, from beside the bundle.
 * @throws in a copy without it.
 */
export function unpackedEngine(): Uint8Array {
  return brotliDecompressSync(packedEngine(), AT_ONCE)
}

/** The same, unpacked beside us: what is given tells them once that is done. In a copy without it, it never is. */
export function engineBeside(): () => Uint8Array | undefined {
  let engine: Uint8Array | undefined
  try {
    brotliDecompress(packedEngine(), AT_ONCE, (_, bytes) => {
      engine = bytes
    })
  } catch {}
  return () => engine
}

/** All of the engine in one piece: in many, each waits for the program to take it. */
const AT_ONCE = { chunkSize: 4_000_000 }

function packedEngine(): Uint8Array {
  return readFileSync(new URL('./satteri.wasm.br', import.meta.url))
}
