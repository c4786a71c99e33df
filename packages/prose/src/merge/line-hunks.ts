import { anchoredRun, commonRun, type DiffHunk, hunksBetween } from '../diff/common-run.ts'
import { remembered, rememberedOfTwo } from './remembered.ts'

/** Lines with the end each has. */
export const linesOf = remembered(
  (text): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [],
)

/** What changed from the lines of one text to those of another. */
export const lineHunks = rememberedOfTwo((base, side) => hunksIn(base, side, commonRun))

/** The same, where lines that come once in each are paired first. */
export const anchoredLineHunks = rememberedOfTwo((base, side) => hunksIn(base, side, anchoredRun))

function hunksIn(base: string, side: string, run: typeof commonRun): readonly DiffHunk[] {
  const [old, young] = [linesOf(base), linesOf(side)]
  return hunksBetween(run(old, young), old.length, young.length)
}
