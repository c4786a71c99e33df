/**
 * Gives each stem a name that nobody has yet: the stem itself, then `stem-2`, `stem-3`… In a time
 * that does not grow with what was given before.
 */
export function uniqueNames(): (stem: string) => string {
  const taken = new Set<string>()
  const copies = new Map<string, number>()
  return (stem) => {
    let copy = copies.get(stem) ?? 1
    let name = copy === 1 ? stem : `${stem}-${copy}`
    while (taken.has(name)) name = `${stem}-${++copy}`
    copies.set(stem, copy)
    taken.add(name)
    return name
  }
}
