import { inflateSync } from 'fflate'

/** Unpacks a lexicon: the web build has packed them with DEFLATE instead of Brotli. */
export function brotliDecompressSync(bytes: Uint8Array): Uint8Array {
  return inflateSync(bytes)
}

export function inflateRawSync(bytes: Uint8Array): Uint8Array {
  return inflateSync(bytes)
}
