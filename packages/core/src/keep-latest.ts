/**
 * Gives what a reader gave, as long as it is kept, or has it read again. `size` is that of what is
 * read, in the unit of the room.
 */
export type Keep = <Read>(read: () => Read, size: number) => Read

/**
 * A cache that keeps what was read last, as much of it as fits in some room, and the very last
 * whatever its size: a long folder is read text by text, and no more than a few of its trees stand
 * in memory at once. What leaves first is chosen by the “second chance” rule.
 */
export function keepLatest(room: number): Keep {
  // In the order they came: the oldest leaves, unless it was asked for again since, in which case
  // it becomes the newest.
  const kept = new Map<
    () => unknown,
    { readonly value: unknown; readonly size: number; isAskedAgain: boolean }
  >()
  let taken = 0
  return <Read>(read: () => Read, size: number): Read => {
    const known = kept.get(read)
    if (known !== undefined) {
      known.isAskedAgain = true
      return known.value as Read
    }
    // What it is read from may be kept too, and is asked for meanwhile.
    const value = read()
    kept.set(read, { value, size, isAskedAgain: false })
    taken += size
    for (const [oldest, one] of kept) {
      if (taken <= room) break
      if (oldest === read) continue
      kept.delete(oldest)
      if (one.isAskedAgain) kept.set(oldest, { ...one, isAskedAgain: false })
      else taken -= one.size
    }
    return value
  }
}
