/** Gives what a reader gave, as long as it is kept, or has it read again. `size` is that of what is read, in the unit of the room. */
export type Keep = <Read>(read: () => Read, size: number) => Read

/**
 * Keeps what was read last, as much of it as fits in some room, and the very last whatever its size: a long folder is read text by text, and no
 * more than a few of its trees stand in memory at once.
 */
export function keepLatest(room: number): Keep {
  const kept = new Map<() => unknown, { readonly value: unknown; readonly size: number }>()
  let last: (() => unknown) | undefined
  let taken = 0
  return <Read>(read: () => Read, size: number): Read => {
    const known = kept.get(read)
    if (known !== undefined) {
      if (read !== last) {
        kept.delete(read)
        kept.set(read, known)
        last = read
      }
      return known.value as Read
    }
    const value = read()
    kept.set(read, { value, size })
    last = read
    taken += size
    for (const [oldest, { size: freed }] of kept) {
      if (taken <= room || oldest === read) break
      kept.delete(oldest)
      taken -= freed
    }
    return value
  }
}
