/** Returns the cached result of `read`, or calls it. `size` is the size of the result. */
export type SizedCache = <Read>(read: () => Read, size: number) => Read

/**
 * A cache of results, one per function. When their sizes exceed `room`, the oldest results are
 * dropped, except those used again (the “second chance” algorithm) and the newest.
 */
export function sizedCache(room: number): SizedCache {
  // The oldest result comes first.
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
