/** Calls a reader, or returns its cached result, whose size is `size`. */
export type Keep = <Read>(read: () => Read, size: number) => Read

/**
 * A cache of results by reader, whose sizes add up to `room` at most, with “second chance”
 * eviction; the last result is always kept. It bounds the memory of Markdown trees in a large
 * folder.
 */
export function keepLatest(room: number): Keep {
  // Oldest first. The oldest is dropped; if it was used again, it becomes the newest instead.
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
