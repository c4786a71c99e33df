import { type Document, type Edit, escapePointer, type Json } from '@cahier/core'
import { passagesIn } from '../passages-in.ts'
import type { Settings } from '../settings.ts'
import { withUnits } from './same-but-prose.ts'

/**
 * Whether edits of a head change the sentences of its fields, exactly as they say, and nothing else
 * of it.
 */
export function sameButSentences(
  before: Document,
  after: Document,
  edits: readonly Edit[],
  settings: Settings,
): boolean {
  if (after.findings.length > before.findings.length) return false
  const wanted = leavesOf(before.head)
  let waiting = edits.length
  for (const { kind, pointer, text, starts, start, end } of passagesIn(before, settings)) {
    const own =
      kind === 'field' ? edits.filter((edit) => edit.start >= start && edit.end <= end) : []
    if (own.length === 0) continue
    wanted.set(pointer, withUnits(text, starts, own))
    waiting -= own.length
  }
  const given = leavesOf(after.head)
  return (
    waiting === 0 &&
    given.size === wanted.size &&
    [...wanted].every(([pointer, leaf]) => given.get(pointer) === leaf)
  )
}

/** Whether two heads say the same, in whatever order. */
export function sameFields(before: Document, after: Document): boolean {
  const [wanted, given] = [leavesOf(before.head), leavesOf(after.head)]
  return (
    given.size === wanted.size &&
    [...wanted].every(([pointer, leaf]) => given.get(pointer) === leaf)
  )
}

function leavesOf(head: Json): Map<string, Json | undefined> {
  const leaves = new Map<string, Json | undefined>()
  const visit = (value: Json, pointer: string): void => {
    if (typeof value !== 'object' || value === null) leaves.set(pointer, value)
    else {
      const entries = Array.isArray(value)
        ? value.map((item, index) => [String(index), item] as const)
        : Object.entries(value)
      leaves.set(pointer, undefined)
      for (const [key, inner] of entries) visit(inner, `${pointer}/${escapePointer(key)}`)
    }
  }
  visit(head, '')
  return leaves
}
