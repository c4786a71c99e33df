import { inflateSync } from 'fflate'

/** Replaces `node:zlib`: the web build packs word lists with DEFLATE, not Brotli. */
export function brotliDecompressSync(bytes: Uint8Array): Uint8Array {
  return inflateSync(bytes)
}

export function inflateRawSync(bytes: Uint8Array): Uint8Array {
  return inflateSync(bytes)
}
