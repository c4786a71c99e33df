import type { Edit, Finding } from '@cahier/core'

/** A finding and all the edits that mend it together. */
export interface Mending {
  readonly finding: Finding
  readonly edits: readonly Edit[]
}

/**
 * The findings of one file that can be mended at once: in the order of the text, each one whose
 * edits touch none of those before it. The others wait for the next turn.
 */
export function settleEdits(mendings: readonly Mending[]): readonly Mending[] {
  const settled: Mending[] = []
  const taken: Edit[] = []
  let furthest = -1
  for (const mending of [...mendings].sort(byFirstEdit)) {
    const isFree = mending.edits.every(({ start }) => start > furthest)
    if (!isFree && mending.edits.some((edit) => taken.some((other) => collides(edit, other))))
      continue
    settled.push(mending)
    for (const edit of mending.edits) {
      taken.push(edit)
      furthest = Math.max(furthest, edit.end)
    }
  }
  return settled
}

// An insertion next to another edit is one too many: which comes first would be chance.
function collides(a: Edit, b: Edit): boolean {
  return a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end
}

function byFirstEdit(a: Mending, b: Mending): number {
  const [first, other] = [firstOf(a), firstOf(b)]
  return (
    first.start - other.start ||
    first.end - other.end ||
    (a.finding.rule < b.finding.rule ? -1 : a.finding.rule > b.finding.rule ? 1 : 0)
  )
}

function firstOf({ edits }: Mending): Edit {
  return edits.reduce((first, edit) => (edit.start < first.start ? edit : first))
}
