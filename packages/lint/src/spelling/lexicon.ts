import { brotliDecompressSync } from 'node:zlib'
import { lazily } from '@cahier/core'
import * as packedEnglish from '../generated/english-lexicon.js'
import * as packedFrench from '../generated/french-lexicon.js'

/** A list of words as a minimal automaton: a graph with one letter on each edge. */
export interface Lexicon {
  readonly letters: string
  /** The rank of each letter, by character code; -1 for a character in no word. */
  readonly ranks: Int16Array
  /** Index of the first edge of the root. */
  readonly root: number
  /**
   * 32 bits for each edge. Bits 0 to 6: rank of its letter. Bit 7: end of a word. Bit 8: last edge
   * of a node. The others: first edge of the next node, or 0.
   */
  readonly edges: Uint32Array
}

const lexicons = lazily({
  french: () => unpacked(packedFrench),
  english: () => unpacked(packedEnglish),
})

/** The French words of `dictionary-fr`. */
export function frenchLexicon(): Lexicon {
  return lexicons.french
}

// `packages/lint/scripts/automaton-of.mjs` explains the columns.
function unpacked({ letters, shared, edges: count, packedColumns }: typeof packedFrench): Lexicon {
  const bytes = brotliDecompressSync(Buffer.from(packedColumns, 'base64'))
  const ways = bytes.subarray(count)
  const low = bytes.subarray(2 * count)
  const high = low.subarray(low.length / 2)
  // Index of the first edge of each node; never 0, which means "nothing follows".
  const starts = new Uint32Array(count)
  let node = 0
  for (let at = 0; at < count; at++)
    if (at === 0 || (ways[at - 1] as number) >= LAST) starts[node++] = at + 1
  const edges = new Uint32Array(count + 1)
  let next = shared + 1
  let far = 0
  for (let at = 0; at < count; at++) {
    const isLast = (ways[at] as number) >= LAST
    const way = (ways[at] as number) - (isLast ? LAST : 0)
    let to = 0
    if (way === 1) to = starts[next++] as number
    else if (way === 2) {
      to = starts[(low[far] as number) | ((high[far] as number) << 8)] as number
      far++
    }
    edges[at + 1] = (bytes[at] as number) | (isLast ? 0x100 : 0) | (to << 9)
  }
  const ranks = new Int16Array(0x180).fill(-1)
  for (let rank = 0; rank < letters.length; rank++) ranks[letters.charCodeAt(rank)] = rank
  return { letters, ranks, root: starts[shared] as number, edges }
}

const LAST = 3

/** The rank of the letter of an edge. */
export function letterRankOf(edge: number): number {
  return edge & 0x7f
}

export function endsWord(edge: number): boolean {
  return (edge & 0x80) !== 0
}

export function isLastEdge(edge: number): boolean {
  return (edge & 0x100) !== 0
}

/** Index of the first edge of the node that an edge leads to; 0 for none. */
export function nextOf(edge: number): number {
  return edge >>> 9
}

/** Whether a lexicon has this exact word, in NFC with straight apostrophes. */
export function hasWord(lexicon: Lexicon, word: string): boolean {
  const { ranks, root, edges } = lexicon
  let at = root
  let edge = 0
  for (let unit = 0; unit < word.length; unit++) {
    const rank = ranks[word.charCodeAt(unit)] ?? -1
    if (rank < 0 || at === 0) return false
    edge = edges[at] as number
    while (letterRankOf(edge) !== rank && !isLastEdge(edge)) edge = edges[++at] as number
    if (letterRankOf(edge) !== rank) return false
    at = nextOf(edge)
  }
  return endsWord(edge)
}

/** A word in small letters without accents. */
export function bareWord(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

/**
 * Whether a word in small letters, or its singular, is in the English lexicon. That lexicon has
 * words of four to nine letters that are not French.
 */
export function isEnglishWord(word: string): boolean {
  return [word, word.replace(/s$/, '')].some((one) => hasWord(lexicons.english, one))
}
