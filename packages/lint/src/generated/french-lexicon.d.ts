/** The letters of French words; an edge of the automaton names one by its rank. */
export const letters: string
/** How many nodes several edges lead to. */
export const shared: number
/** How many edges there are. */
export const edges: number
/** Its columns, as Brotli in base 64. */
export const packedColumns: string
