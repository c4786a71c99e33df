/** An entry of `sources.yaml`: its id, and where it begins. */
export interface SourceEntry {
  readonly id: string
  readonly start: number
}

/**
 * The entries of `sources.yaml`, told from its text: a bibliography is longer than what is asked of
 * it. `null` when not all of them begin a line with their id, as a list that was indented or that
 * another program wrote: then it has to be read.
 */
export function sourceEntries(text: string): readonly SourceEntry[] | null {
  const entries = [
    ...text.matchAll(/^\uFEFF?- +id: *["']?([^\s"'#]+)["']?[ \t]*(?:#.*)?\r?$/gm),
  ].map(({ 1: id = '', index }) => ({
    id,
    start: index,
  }))
  const items = text.match(/^\uFEFF?-(?!-)/gm)?.length ?? 0
  return items > 0 && items === entries.length ? entries : null
}
