import { mergedNames } from './merged-names.ts'

/** A key whose value is a list of plain words in brackets, all on its line. */
interface FlowList {
  readonly key: string
  readonly items: readonly string[]
  readonly end: string
}

/**
 * Merges three such lists item by item; `null` when they are none, when their keys, comments or
 * blanks differ, or when people must be asked.
 */
export function mergeFlowLists(base: string, ours: string, theirs: string): string | null {
  const [b, o, t] = [readFlowList(base), readFlowList(ours), readFlowList(theirs)]
  if (
    b === null ||
    o === null ||
    t === null ||
    [o, t].some(({ key, end }) => key !== b.key || end !== b.end)
  )
    return null
  const names = mergedNames(b.items, o.items, t.items)
  const isKept = (name: string) =>
    !b.items.includes(name) || (o.items.includes(name) && t.items.includes(name))
  if (names === null) return null
  const kept = names.filter(isKept)
  // Where each took out what the other left, nobody wrote that there is nothing.
  const isEmptied = kept.length === 0 && o.items.length > 0 && t.items.length > 0
  return isEmptied ? null : `${b.key}[${kept.join(', ')}]${b.end}`
}

function readFlowList(text: string): FlowList | null {
  const [, key, inside, end] = LIST.exec(text) ?? []
  if (key === undefined || inside === undefined || end === undefined) return null
  const items = inside === '' ? [] : inside.split(', ')
  return new Set(items).size === items.length && items.every((item) => ITEM.test(item))
    ? { key, items, end }
    : null
}

const LIST = /^([^[\]{}"'#\n]*: +)\[([^[\]{}"'#\n]*)\]( *(?:#.*)?\r?\n?)$/
/** Letters, digits and hyphens, also several words: what cannot be anything but text. */
const ITEM = /^[\p{L}\p{N}](?:[\p{L}\p{N} _./-]*[\p{L}\p{N}])?$/u
