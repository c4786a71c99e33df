/** Calls a reader, or returns its cached result. `size` is that of the result. */
export type Keep = <Read>(read: () => Read, size: number) => Read

/**
 * A cache of a limited size, `room`, with “second chance” eviction; the last result is always kept.
 * It bounds the Markdown trees in memory while a large folder is read.
 */
export function keepLatest(room: number): Keep {
  // Oldest first. The oldest leaves, unless it was used again: then it becomes the newest.
  const kept = new Map<
    () => unknown,
    { readonly value: unknown; readonly size: number; isUsedAgain: boolean }
  >()
  let taken = 0
  return <Read>(read: () => Read, size: number): Read => {
    const known = kept.get(read)
    if (known !== undefined) {
      known.isUsedAgain = true
      return known.value as Read
    }
    // The reader may use this cache itself.
    const value = read()
    kept.set(read, { value, size, isUsedAgain: false })
    taken += size
    for (const [oldest, one] of kept) {
      if (taken <= room) break
      if (oldest === read) continue
      kept.delete(oldest)
      if (one.isUsedAgain) kept.set(oldest, { ...one, isUsedAgain: false })
      else taken -= one.size
    }
    return value
  }
}
