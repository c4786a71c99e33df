import { brotliDecompressSync } from 'node:zlib'
import * as packedEnglish from '../generated/english-lexicon.js'
import * as packedFrench from '../generated/french-lexicon.js'

/** Words as the smallest automaton that accepts them; `packages/lint/scripts/automaton-of.mjs` says what the bits of an edge are. */
export interface Lexicon {
  readonly letters: string
  /** The rank of a letter by its code; -1 where no word has it. */
  readonly ranks: Int16Array
  /** Where the edges of the first node begin. */
  readonly root: number
  readonly edges: Uint32Array
}

/** The French words of `dictionary-fr`, unpacked at the first call: some five milliseconds and half a megabyte. */
export function frenchLexicon(): Lexicon {
  french ??= unpacked(packedFrench)
  return french
}

/** The English words of `dictionary-en`, of four to nine letters, that French lacks. */
export function englishLexicon(): Lexicon {
  english ??= unpacked(packedEnglish)
  return english
}

let french: Lexicon | undefined
let english: Lexicon | undefined

function unpacked(packed: typeof packedFrench): Lexicon {
  const bytes = brotliDecompressSync(Buffer.from(packed.packedEdges, 'base64'))
  // Written little end first, and read by whole words where that is the machine's own order: one by one would take as long as unpacking.
  if (new Uint8Array(Uint32Array.of(1).buffer)[0] !== 1) bytes.swap32()
  const edges = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  const ranks = new Int16Array(0x180).fill(-1)
  for (let rank = 0; rank < packed.letters.length; rank++) ranks[packed.letters.charCodeAt(rank)] = rank
  return { letters: packed.letters, ranks, root: packed.root, edges }
}

/** The rank of the letter of an edge among the letters of its lexicon. */
export function letterOf(edge: number): number {
  return edge & 0x7f
}

export function endsWord(edge: number): boolean {
  return (edge & 0x80) !== 0
}

export function isLastEdge(edge: number): boolean {
  return (edge & 0x100) !== 0
}

/** Where the edges that follow an edge begin; 0 when none does. */
export function nextOf(edge: number): number {
  return edge >>> 9
}

/** Whether a lexicon has a word, written exactly so: in NFC, with the capitals it has there and straight apostrophes. */
export function hasWord({ ranks, root, edges }: Lexicon, word: string): boolean {
  let at = root
  let isWord = false
  for (let unit = 0; unit < word.length; unit++) {
    const rank = ranks[word.charCodeAt(unit)] ?? -1
    if (rank < 0 || at === 0) return false
    let edge = edges[at] as number
    while (letterOf(edge) !== rank && !isLastEdge(edge)) edge = edges[++at] as number
    if (letterOf(edge) !== rank) return false
    isWord = endsWord(edge)
    at = nextOf(edge)
  }
  return isWord
}
