import type { Entry, Outline } from './outline.ts'

/**
 * Makes a common ancestor for a YAML file that each side created, such as the first votes of a
 * member on two branches. The ancestor has the equal entries, and an empty mapping for each mapping
 * that differs. Of two lists whose items have an `id`, the ancestor has the equal items. `null`
 * when the keys, or their order, differ.
 */
export function commonOutline(ours: Outline, theirs: Outline): Outline | null {
  if ([ours, theirs].every(hasIds)) {
    const entries = ours.entries.filter(({ name, text }) =>
      theirs.entries.some((other) => other.name === name && other.text === text),
    )
    return { kind: 'list', head: '', entries, tail: '' }
  }
  if (ours.kind !== 'mapping' || theirs.kind !== 'mapping') return null
  const keys = ({ entries }: Outline) => entries.map(({ name }) => name).join('\n')
  if (keys(ours) !== keys(theirs)) return null
  const entries = ours.entries.flatMap((entry, at) => {
    const other = theirs.entries[at]
    const common = other === undefined ? null : commonEntry(entry, other)
    return common === null ? [] : [common]
  })
  return { kind: 'mapping', head: '', entries, tail: '' }
}

function hasIds({ kind, entries }: Outline): boolean {
  return (
    kind === 'list' &&
    entries.every(({ inner }) => inner?.entries.some(({ name }) => name === 'id') === true)
  )
}

/** The entry when the two are equal, an empty mapping for two mappings, else `null`. */
function commonEntry(one: Entry, other: Entry): Entry | null {
  const { name, text, inner } = one
  const lead = one.lead === other.lead ? one.lead : ''
  if (text === other.text) return { name, lead, text, inner }
  if (inner?.kind !== 'mapping' || other.inner?.kind !== 'mapping') return null
  if (inner.head !== other.inner.head) return null
  const empty: Outline = { kind: 'mapping', head: inner.head, entries: [], tail: '' }
  return { name, lead, text: inner.head, inner: empty }
}
