import { inflateSync } from 'fflate'

/** Unpacks a lexicon, which the web build packs with DEFLATE, not Brotli. */
export function brotliDecompressSync(bytes: Uint8Array): Uint8Array {
  return inflateSync(bytes)
}

export function inflateRawSync(bytes: Uint8Array): Uint8Array {
  return inflateSync(bytes)
}
