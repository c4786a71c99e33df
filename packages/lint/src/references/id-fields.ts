import type { Kind } from '@cahier/core'

/** The kinds of things that front matter and YAML name by an id. */
export type IdKind = 'proposal' | 'axis' | 'collective' | 'source' | TermKind
export type TermKind = keyof typeof TERM_LISTS

/** The manifest list that defines the ids of each kind. */
export const TERM_LISTS = {
  horizon: 'horizons',
  scale: 'scales',
  action: 'actions',
  impact: 'impacts',
  addressee: 'addressees',
} as const

/**
 * A field with ids. `pattern` is a JSON pointer with `*` for any key or index. `where` is `key`
 * when the ids are the keys of a map, `given` when the field defines the id, and `file` when the id
 * repeats a name in the file's path.
 */
export type IdField = readonly [kind: IdKind, pattern: string, where?: 'key' | 'given' | 'file']

/** The fields with ids, by kind of document. */
export const ID_FIELDS: Readonly<Partial<Record<Kind, readonly IdField[]>>> = {
  manifest: [
    ['axis', '/axes/*'],
    ['axis', '/decision/rules', 'key'],
    ...Object.entries(TERM_LISTS).map(
      ([kind, list]): IdField => [kind as TermKind, `/${list}/*/id`, 'given'],
    ),
  ],
  axis: [['proposal', '/proposals/*']],
  proposal: [
    ['horizon', '/horizon'],
    ['scale', '/scale'],
    ['action', '/action'],
    ['impact', '/impacts/*'],
    ['addressee', '/requests', 'key'],
    ['collective', '/authors/*'],
    ['proposal', '/requires/*'],
    ['proposal', '/merges/*'],
    ['proposal', '/replaced-by'],
  ],
  amendment: [
    ['proposal', '/amends', 'file'],
    ['collective', '/by'],
  ],
  question: [
    ['axis', '/axis'],
    ['collective', '/lead'],
    ['proposal', '/proposals/*'],
  ],
  positions: [
    ['collective', '/collective', 'file'],
    ['proposal', '/positions', 'key'],
  ],
  decisions: [
    ['proposal', '/proposal', 'file'],
    ['collective', '/rounds/*/electorate', 'key'],
    ['collective', '/rounds/*/notified', 'key'],
    ['collective', '/rounds/*/outcome/stances', 'key'],
    ['collective', '/rounds/*/rulings/*/on'],
  ],
  transmission: [
    ['addressee', '/kind'],
    ['proposal', '/handed/*/proposals/*'],
    ['proposal', '/handed/*/answers/*/proposal'],
  ],
  sources: [
    ['source', '/*/id', 'given'],
    ['source', '/*/superseded-by'],
  ],
}
