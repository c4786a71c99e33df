import type { Entry, Outline } from './outline.ts'

/**
 * What two files that were begun apart have in common, as if they came from it: their keys, when
 * they are the same ones in one order, with what both wrote alike; below a key under which each
 * wrote a mapping of its own, nothing yet. Of two lists whose items have an id each, the items that
 * are the same. `null` when they are no two versions of one file.
 */
export function begunByBoth(ours: Outline, theirs: Outline): Outline | null {
  if ([ours, theirs].every(hasIds)) {
    const entries = ours.entries.filter(({ name, text }) =>
      theirs.entries.some((other) => other.name === name && other.text === text),
    )
    return { kind: 'list', head: '', entries, tail: '' }
  }
  const names = ({ entries }: Outline) => entries.map(({ name }) => name)
  if (
    ours.kind !== 'mapping' ||
    theirs.kind !== 'mapping' ||
    names(ours).join('\n') !== names(theirs).join('\n')
  )
    return null
  const entries = ours.entries.map((entry) =>
    inBoth(entry, theirs.entries.find(({ name }) => name === entry.name) ?? entry),
  )
  return { kind: 'mapping', head: '', entries: entries.filter((entry) => entry !== null), tail: '' }
}

function hasIds({ kind, entries }: Outline): boolean {
  return (
    kind === 'list' &&
    entries.every(({ inner }) => inner?.entries.some(({ name }) => name === 'id'))
  )
}

function inBoth(one: Entry, other: Entry): Entry | null {
  const { name, text, inner } = one
  const lead = one.lead === other.lead ? one.lead : ''
  if (text === other.text) return { name, lead, text, inner }
  if (
    inner?.kind !== 'mapping' ||
    other.inner?.kind !== 'mapping' ||
    inner.head !== other.inner.head
  )
    return null
  return {
    name,
    lead,
    text: inner.head,
    inner: { kind: 'mapping', head: inner.head, entries: [], tail: '' },
  }
}
