export { type Drawing, drawMerge } from './draw-merge.ts'
export type { Granularity, MergePiece } from './merge-piece.ts'
export { type Merge, mergeText, type ThreeTexts } from './merge-text.ts'
export { passagesToReread, type SharedPassage } from './passages-to-reread.ts'
