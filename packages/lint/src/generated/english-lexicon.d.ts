/** The letters of English words; an edge of the automaton names one by its rank. */
export const letters: string
/** Where the edges of the first node begin. */
export const root: number
/** The edges, little-endian 32-bit words, as Brotli in base 64. */
export const packedEdges: string
