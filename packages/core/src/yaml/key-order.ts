import type { Kind } from '../model/document.ts'

/** The order of the keys of a file; unknown keys come last. */
export interface KeyOrder {
  readonly keys: readonly string[]
  /** The key of a map whose entries are sorted by name. */
  readonly sorted?: string
}

/** The order of keys in each kind of file that is formatted, as in its schema. */
export const KEY_ORDER: { readonly [kind in Kind]?: KeyOrder } = {
  manifest: keys(
    'title language timezone axes impacts horizons scales actions addressees sections',
    'amendment-sections decision lint lint-paths lint-options publication',
  ),
  axis: keys('title question proposals'),
  proposal: keys(
    'title summary horizon scale action impacts requests authors requires merges review as-of',
    'withdrawn replaced-by',
  ),
  amendment: keys('amends base by date divisible at head outcome adopted'),
  question: keys('title axis lead state proposals'),
  collective: keys('name kind example joined left college weight delegates'),
  positions: { ...keys('programme collective serial positions'), sorted: 'positions' },
  transmission: keys('name kind handed'),
  sources: { keys: [] },
}

function keys(...lines: readonly string[]): KeyOrder {
  return { keys: lines.join(' ').split(' ') }
}
