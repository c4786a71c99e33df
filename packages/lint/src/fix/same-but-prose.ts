import { isDeepStrictEqual } from 'node:util'
import { type Document, type Edit, escapePointer, type Json } from '@cahier/core'
import {
  acceptAll,
  bodyStartOf,
  type CriticPiece,
  parseMarkdown,
  readCriticMarkup,
  refuseAll,
  splitFrontMatter,
  writtenUnits,
} from '@cahier/prose'
import type { Nodes, Text } from 'mdast'
import { fieldPassages } from '../document/prose-passages.ts'

/**
 * Whether edits change only words, in the body or prose fields of front matter. The Markdown
 * structure, addresses and code must stay the same, and so must CriticMarkup.
 */
export function keepsAllButProse(
  before: Document,
  after: Document,
  edits: readonly Edit[],
): boolean {
  const { kind, text } = before
  const from = kind === 'page' ? bodyStartOf(text) : splitFrontMatter(text).bodyStart
  const ofHead = edits.filter(({ end }) => end <= from)
  const ofBody = edits.filter(({ start }) => start >= from)
  return (
    ofHead.length + ofBody.length >= edits.length &&
    sameButSentences(before, after, ofHead) &&
    sameButWords(before, after, ofBody)
  )
}

function sameButWords(before: Document, after: Document, edits: readonly Edit[]): boolean {
  if (before.referenceBody === null || after.referenceBody === null) return false
  const sorted = edits.toSorted((a, b) => a.start - b.start)
  // Text nodes and edits are in the same order.
  let next = 0
  const isSame = isSameTree(
    before.referenceBody.tree,
    after.referenceBody.tree,
    (old, young) => wanted(old) === unixLines(young.value),
  )
  return isSame && next === sorted.length && keepsVersions(before, after)

  function wanted(node: Text): string | null {
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? 0
    const value = unixLines(node.value)
    const first = next
    while (
      next < sorted.length &&
      (sorted[next] as Edit).start >= from &&
      (sorted[next] as Edit).end <= to
    )
      next++
    if (next === first) return value
    const own = sorted.slice(first, next)
    const escaped = new Map<number, number>()
    const starts = writtenUnits(value, before.text, from, to, 'markdown', escaped)
    return withUnits(value, starts, own, escaped)
  }
}

function keepsVersions(before: Document, after: Document) {
  const start = before.referenceBody?.tree.children[0]?.position?.start.offset ?? 0
  const [was, is] = [before, after].map(
    ({ text }) => readCriticMarkup(text.slice(start)).pieces,
  ) as [CriticPiece[], CriticPiece[]]
  if (was.every(({ kind }) => kind === 'same')) return true
  return [refuseAll, acceptAll].every((version) =>
    isSameTree(parseMarkdown(version(was)), parseMarkdown(version(is)), () => true),
  )
}

function isSameTree(
  old: Nodes,
  young: Nodes,
  isSameText: (old: Text, young: Text) => boolean,
): boolean {
  if (old.type === 'text' && young.type === 'text') return isSameText(old, young)
  if (attributesOf(old) !== attributesOf(young)) return false
  if (!('children' in old) || !('children' in young)) return true
  return (
    old.children.length === young.children.length &&
    old.children.every((child, at) => isSameTree(child, young.children[at] as Nodes, isSameText))
  )
}

/**
 * Returns `null` when an edit begins or ends in a character that the source writes otherwise, such
 * as `&amp;`. Those in `escaped` are allowed.
 */
function withUnits(
  value: string,
  starts: readonly number[],
  edits: readonly Edit[],
  escaped: ReadonlyMap<number, number> = new Map(),
): string | null {
  const units = new Map(starts.map((start, unit) => [start, unit]))
  // A backslash and the character after it are replaced together.
  for (const [unit, place] of escaped) units.set(place, unit).set(place + 1, unit)
  const unitAt = (offset: number) => (offset < 0 ? -1 : (units.get(offset) ?? -1))
  const changes = edits.map(({ start, end, text }) => {
    const first = unitAt(start)
    const last = unitAt(end - 1)
    if (start === end) return { from: first < 0 && last >= 0 ? last + 1 : first, to: -1, text }
    return { from: last < 0 ? -1 : first, to: last + 1, text }
  })
  let done = ''
  let at = 0
  for (const { from, to, text } of changes.sort((a, b) => a.from - b.from)) {
    if (from < at) return null
    done += value.slice(at, from) + text
    at = Math.max(from, to)
  }
  return done + value.slice(at)
}

function attributesOf(node: Nodes) {
  // A citation is compared by its text as written: its items hold offsets, which may shift.
  if (node.type === 'citation') return node.value
  return JSON.stringify(node, (key, value) =>
    key === 'children' || key === 'position' ? undefined : value,
  )
}

function unixLines(text: string) {
  return text.replace(/\r\n?/g, '\n')
}

function sameButSentences(before: Document, after: Document, edits: readonly Edit[]) {
  if (after.findings.length > before.findings.length) return false
  const wanted = leavesOf(before.head)
  let waiting = edits.length
  for (const { pointer, text, starts, start, end } of fieldPassages(before)) {
    const own = edits.filter((edit) => edit.start >= start && edit.end <= end)
    if (own.length === 0) continue
    wanted.set(pointer, withUnits(text, starts, own))
    waiting -= own.length
  }
  return waiting === 0 && isDeepStrictEqual(wanted, leavesOf(after.head))
}

/** Whether two documents have the same values in front matter; key order is free. */
export function sameFields(before: Document, after: Document): boolean {
  return isDeepStrictEqual(leavesOf(before.head), leavesOf(after.head))
}

function leavesOf(head: Json): Map<string, Json | undefined> {
  const leaves = new Map<string, Json | undefined>()
  const visit = (value: Json, pointer: string) => {
    if (typeof value !== 'object' || value === null) leaves.set(pointer, value)
    else {
      leaves.set(pointer, undefined)
      for (const [key, inner] of Object.entries(value))
        visit(inner, `${pointer}/${escapePointer(key)}`)
    }
  }
  visit(head, '')
  return leaves
}
