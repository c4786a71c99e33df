type Names = readonly string[]

/**
 * The names in a merge of three rows of names, in order; those that one side took out are still
 * there. Sorted when both sides are; else in the order of the side that changed it, what was added
 * after the name it follows there, what both added at one place in the order of its signs. `null`
 * when both changed the order, or when what they added may be a name they both took out, written
 * otherwise.
 */
export function mergedNames(base: Names, ours: Names, theirs: Names): Names | null {
  const [inBase, inOurs, inTheirs] = [new Set(base), new Set(ours), new Set(theirs)]
  const order = orderOf(base, ours, theirs)
  if (order === null) return null
  const standing = orderWithGone(
    order,
    base.filter((name) => inOurs.has(name) || inTheirs.has(name)),
  )
  const [byOurs, byTheirs] = [addedAfter(ours, inBase), addedAfter(theirs, inBase)]
  const names: string[] = []
  for (const anchor of ['', ...standing]) {
    if (anchor !== '') names.push(anchor)
    const [one, other] = [byOurs.get(anchor) ?? [], byTheirs.get(anchor) ?? []]
    const isSame = one.join('\n') === other.join('\n')
    if (!isSame && lostAfter(anchor, base, new Set(standing))) return null
    names.push(...((one[0] ?? '') <= (other[0] ?? '') ? [...one, ...other] : [...other, ...one]))
  }
  const once = [...new Set(names)]
  // One name alone is in no order.
  const hasOrder = ours.length > 1 || theirs.length > 1
  return hasOrder && isSorted(ours) && isSorted(theirs) ? once.sort(bySigns) : once
}

/** The names all three have, in the order of the side that changed it. */
function orderOf(base: Names, ours: Names, theirs: Names): Names | null {
  const common = ([one, ...others]: readonly Names[]) =>
    (one ?? []).filter((name) => others.every((row) => row.includes(name)))
  const [b, o, t] = [
    common([base, ours, theirs]),
    common([ours, base, theirs]),
    common([theirs, base, ours]),
  ]
  const [was, oursNow, theirsNow] = [b, o, t].map((row) => row.join('\n'))
  return oursNow === was || oursNow === theirsNow ? t : theirsNow === was ? o : null
}

/** Puts back, after the name each followed, those that only one side kept. */
function orderWithGone(order: Names, all: Names): Names {
  const out = [...order]
  for (const [index, name] of all.entries())
    if (!out.includes(name)) out.splice(out.indexOf(all[index - 1] ?? '') + 1, 0, name)
  return out
}

function addedAfter(row: Names, inBase: ReadonlySet<string>): ReadonlyMap<string, Names> {
  const added = new Map<string, string[]>()
  let anchor = ''
  for (const name of row) {
    if (inBase.has(name)) anchor = name
    else added.set(anchor, [...(added.get(anchor) ?? []), name])
  }
  return added
}

/** Whether both took out a name that came after this one. */
function lostAfter(anchor: string, base: Names, standing: ReadonlySet<string>): boolean {
  const next = base[base.indexOf(anchor) + 1]
  return next !== undefined && !standing.has(next)
}

function isSorted(row: Names): boolean {
  return row.every((name, index) => index === 0 || bySigns(row[index - 1] ?? '', name) < 0)
}

function bySigns(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
