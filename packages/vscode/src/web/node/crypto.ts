import { Buffer } from './buffer.ts'

/** A public key that can only be compared and measured. */
export function createPublicKey({ key }: { readonly key: { readonly n?: string } }) {
  const text = JSON.stringify(key)
  const { n } = key
  return {
    text,
    asymmetricKeyDetails:
      n === undefined ? {} : { modulusLength: 8 * Buffer.from(n, 'base64url').length },
    equals: (other: { readonly text: string }) => other.text === text,
  }
}

/** True for every signature: a browser cannot verify one synchronously. */
export function verify(): boolean {
  return true
}

/** Always SHA-256: only signatures, which are not verified here, use other digests. */
export function createHash(_name: string): Hash {
  return new Hash()
}

class Hash {
  #parts: Uint8Array[] = []

  update(data: string | Uint8Array): this {
    this.#parts.push(typeof data === 'string' ? Buffer.from(data) : data)
    return this
  }

  digest(): Buffer
  digest(encoding: 'hex' | 'base64'): string
  digest(encoding?: 'hex' | 'base64'): Buffer | string {
    const sum = sha256(Buffer.concat(this.#parts))
    return encoding === undefined ? sum : sum.toString(encoding)
  }
}

/** The SHA-256 digest (FIPS 180-4, section 6.2). */
export function sha256(data: Uint8Array): Buffer {
  const length = data.length
  const padded = new Uint8Array(((length + 8) >> 6) * 64 + 64)
  padded.set(data)
  padded[length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29))
  view.setUint32(padded.length - 4, (length << 3) >>> 0)
  const state = Int32Array.from(INITIAL)
  const words = new Int32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getInt32(block + 4 * at)
    for (let at = 16; at < 64; at++) {
      const [early, late] = [words[at - 15] as number, words[at - 2] as number]
      const near = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
      const far = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
      words[at] = ((words[at - 16] as number) + near + (words[at - 7] as number) + far) | 0
    }
    mix(state, words)
  }
  const sum = Buffer.alloc(32)
  state.forEach((word, at) => {
    sum.writeUInt32BE(word >>> 0, 4 * at)
  })
  return sum
}

function mix(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let at = 0; at < 64; at++) {
    const high = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const chosen = (e & f) ^ (~e & g)
    const first = (h + high + chosen + (ROUNDS[at] as number) + (words[at] as number)) | 0
    const low = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const major = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + low + major) | 0
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries())
    state[at] = ((state[at] as number) + word) | 0
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

// The first 32 bits of the fractional parts of square and cube roots of primes.
const PRIMES = firstPrimes(64)
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)))

function fraction(root: number): number {
  return ((root % 1) * 2 ** 32) | 0
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = []
  for (let next = 2; primes.length < count; next++)
    if (primes.every((prime) => next % prime !== 0)) primes.push(next)
  return primes
}
