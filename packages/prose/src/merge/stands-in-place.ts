import type { Hunk } from '../diff/hunk.ts'
import type { Word } from '../diff/word.ts'
import { wordHunks } from '../diff/word-hunks.ts'
import type { Granularity } from './merge-piece.ts'
import type { Nested } from './wider-text.ts'
import { wordCut } from './word-cut.ts'
import { wordsIn } from './words-in.ts'

/** Whether the wider text has something just where the narrower one took something out: it may be what was taken out, written otherwise. */
export function standsInPlace(texts: Nested, granularity: Granularity): boolean {
  const { fineness, kept } = wordCut(granularity)
  const [base, narrow, wide] = [texts.base, texts.narrow, texts.wide].map((text) => wordsIn(text, fineness)) as [Words, Words, Words]
  const undone = wordHunks(narrow, base, kept)
  const further = wordHunks(narrow, wide, kept)
  return undone.some((gone) => gone.oldStart === gone.oldEnd && further.some((more) => standsFor(gone, more, { base, narrow, wide })))
}

type Words = readonly Word[]

function standsFor(gone: Hunk, more: Hunk, { base, narrow, wide }: Readonly<Record<'base' | 'narrow' | 'wide', Words>>): boolean {
  // What was put in just before a stop may be the sentence that stood after it, run on.
  if (more.oldStart === more.oldEnd && more.oldEnd === gone.oldStart - 1 && /^[.!?…]+$/u.test(narrow[more.oldEnd]?.text ?? '')) return true
  if (more.oldStart > gone.oldEnd || more.oldEnd < gone.oldStart) return false
  const back = blocksIn(base, gone.newStart, gone.newEnd)
  const isWhole = back.first !== back.before && back.last !== back.after
  const [was, is] = [blocksIn(narrow, more.oldStart, more.oldEnd), blocksIn(wide, more.newStart, more.newEnd)]
  // The end of the block before, or the beginning of the one after: a part of a block that is still there.
  const endsOne = is.first === is.before && is.last === is.before && was.last === was.before
  const beginsOne = is.first === is.after && is.last === is.after && was.first === was.after
  return !(isWhole && (more.oldEnd === gone.oldStart ? endsOne : beginsOne))
}

/** The blocks of the first and last word of a range, and of the words around it. */
function blocksIn(words: Words, start: number, end: number) {
  const block = (index: number) => words[index]?.block ?? -1
  return { before: block(start - 1), first: block(start), last: block(Math.max(start, end - 1)), after: block(end) }
}
