import { byCodeUnits } from '../by-code-units.ts'

type Names = readonly string[]

/**
 * Merges the order of names in three versions of a list. The result may have deleted names, which
 * the caller removes. The result is sorted when both sides are. `null` when the sides changed the
 * order differently, or when an added name may replace a name that both deleted.
 */
export function mergedOrder(base: Names, ours: Names, theirs: Names): Names | null {
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
  // A list of one name is always sorted, which says nothing about its order.
  const hasOrder = ours.length > 1 || theirs.length > 1
  return hasOrder && isSorted(ours) && isSorted(theirs) ? once.sort(byCodeUnits) : once
}

function orderOf(base: Names, ours: Names, theirs: Names) {
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

function orderWithGone(order: Names, all: Names) {
  const out = [...order]
  for (const [index, name] of all.entries())
    if (!out.includes(name)) out.splice(out.indexOf(all[index - 1] ?? '') + 1, 0, name)
  return out
}

function addedAfter(row: Names, inBase: ReadonlySet<string>) {
  const added = new Map<string, string[]>()
  let anchor = ''
  for (const name of row) {
    if (inBase.has(name)) anchor = name
    else added.set(anchor, [...(added.get(anchor) ?? []), name])
  }
  return added
}

function lostAfter(anchor: string, base: Names, standing: ReadonlySet<string>) {
  const next = base[base.indexOf(anchor) + 1]
  return next !== undefined && !standing.has(next)
}

function isSorted(row: Names) {
  return row.every((name, index) => index === 0 || byCodeUnits(row[index - 1] ?? '', name) < 0)
}

/** Merges three YAML lists in brackets by item; `null` for a conflict, or without such lists. */
export function mergeFlowLists(base: string, ours: string, theirs: string): string | null {
  const [b, o, t] = [readFlowList(base), readFlowList(ours), readFlowList(theirs)]
  if (
    b === null ||
    o === null ||
    t === null ||
    [o, t].some(({ key, end }) => key !== b.key || end !== b.end)
  )
    return null
  const names = mergedOrder(b.items, o.items, t.items)
  const isKept = (name: string) =>
    !b.items.includes(name) || (o.items.includes(name) && t.items.includes(name))
  if (names === null) return null
  const kept = names.filter(isKept)
  // Each side deleted the items that the other side kept: no side wrote an empty list.
  const isEmptied = kept.length === 0 && o.items.length > 0 && t.items.length > 0
  return isEmptied ? null : `${b.key}[${kept.join(', ')}]${b.end}`
}

function readFlowList(text: string): FlowList | null {
  const [, key, inside, end] = LIST.exec(text) ?? []
  if (key === undefined || inside === undefined || end === undefined) return null
  const items = inside === '' ? [] : inside.split(', ')
  return new Set(items).size === items.length && items.every((item) => LIST_ITEM.test(item))
    ? { key, items, end }
    : null
}

/** A list on one line: `key: [a, b]`. */
const LIST = /^([^[\]{}"'#\n]*: +)\[([^[\]{}"'#\n]*)\]( *(?:#.*)?\r?\n?)$/
const LIST_ITEM = /^[\p{L}\p{N}](?:[\p{L}\p{N} _./-]*[\p{L}\p{N}])?$/u

interface FlowList {
  readonly key: string
  readonly items: readonly string[]
  readonly end: string
}
