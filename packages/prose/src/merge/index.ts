export { type ConflictStyle, writeMergeInMarks, writeMerge } from './write-merge.ts'
export type { Granularity, MergePiece, ThreeTexts } from './merge-piece.ts'
export { type Merge, mergeText } from './merge-text.ts'
export { passagesToReread, type SharedPassage } from './passages-to-reread.ts'
