/** Returns the cached result of a function, or calls it. `size` is the size of the result. */
export type Keep = <Read>(read: () => Read, size: number) => Read

/**
 * A cache of results, one per function, whose sizes add up to at most `room`. The last result is
 * always kept. Eviction is “second chance”.
 */
export function keepLatest(room: number): Keep {
  // The oldest result comes first. It is dropped, or becomes the newest if it was used again.
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
    // Called first, since the function may use this cache itself.
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
