import { isMark, type Marks, marksOf, type Sign } from './marks-of.ts'
import type { Atom, Sides } from './merge-words.ts'

/**
 * Whether the words that a merge keeps stand in the marks in which each side put them: two
 * emphases, two links or two pieces of code that begin one in the other would make a third of both.
 * What is in dispute is left out.
 */
export function marksHold({
  sides,
  atoms,
}: {
  readonly sides: Sides
  readonly atoms: readonly Atom[]
}): boolean {
  if (!changesMarks(sides, atoms)) return true
  const [base, ours, theirs] = [marksOf(sides.base), marksOf(sides.ours), marksOf(sides.theirs)]
  const merged = marksOf(atoms.map((atom): Sign => (atom.kind === 'word' ? atom : APART)))
  // Each may have put one that has no other: `a)` here, `b)` there.
  const mostLoose = Math.max(ours.loose, theirs.loose, ours.loose + theirs.loose - base.loose)
  if (!atoms.some(({ kind }) => kind === 'dispute') && merged.loose > mostLoose) return false
  return atoms.every((atom, index) => {
    if (
      atom.kind === 'dispute' ||
      atom.kept === null ||
      sides.base[atom.kept.base]?.spoken !== true
    )
      return true
    const [b, o, t] = [
      marksAt(base, atom.kept.base),
      marksAt(ours, atom.kept.ours),
      marksAt(theirs, atom.kept.theirs),
    ]
    return sameMarks(
      marksAt(merged, index),
      o.join() === t.join() || t.join() === b.join()
        ? o
        : o.join() === b.join()
          ? t
          : union(b, o, t),
    )
  })
}

const APART: Sign = { gap: '\n\n', text: '' }

/** Whether a mark was put in or taken out. */
function changesMarks({ base, ours, theirs }: Sides, atoms: readonly Atom[]): boolean {
  const kept = atoms.flatMap((atom) =>
    atom.kind === 'word' && atom.kept !== null ? [atom.kept] : [],
  )
  return (
    [
      [base, new Set(kept.map((mark) => mark.base))],
      [ours, new Set(kept.map((mark) => mark.ours))],
      [theirs, new Set(kept.map((mark) => mark.theirs))],
    ] as const
  ).some(([words, still]) => words.some(({ text }, index) => isMark(text) && !still.has(index)))
}

function marksAt({ around }: Marks, index: number): readonly string[] {
  return [...(around[index] ?? [])].sort()
}

function sameMarks(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === [...other].sort().join()
}

/** The marks of the base, less those that one side took away, with those that each put. */
function union(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const count = (marks: readonly string[], mark: string) =>
    marks.filter((one) => one === mark).length
  return [...new Set([...base, ...ours, ...theirs])].flatMap((mark) =>
    Array.from(
      { length: Math.max(0, count(ours, mark) + count(theirs, mark) - count(base, mark)) },
      () => mark,
    ),
  )
}
