import type { Kind } from '../model/document.ts'
import type { KeyOrder } from './format-yaml.ts'

/**
 * The order of the keys of each kind of file, that of its schema, which is tested. Kinds that are
 * not here are never rewritten: what was decided or published.
 */
export const KEY_ORDER: { readonly [kind in Kind]?: KeyOrder } = {
  manifest: {
    keys: [
      ...[
        'title',
        'language',
        'timezone',
        'axes',
        'impacts',
        'horizons',
        'scales',
        'actions',
        'addressees',
        'sections',
        'amendment-sections',
      ],
      ...['decision', 'lint', 'lint-paths', 'lint-options', 'publication'],
    ],
  },
  axis: { keys: ['title', 'question', 'proposals'] },
  proposal: {
    keys: [
      ...[
        'title',
        'summary',
        'horizon',
        'scale',
        'action',
        'impacts',
        'requests',
        'authors',
        'requires',
        'merges',
        'review',
        'as-of',
      ],
      ...['withdrawn', 'replaced-by'],
    ],
  },
  amendment: {
    keys: ['amends', 'base', 'by', 'date', 'divisible', 'at', 'head', 'outcome', 'adopted'],
  },
  question: { keys: ['title', 'axis', 'lead', 'state', 'proposals'] },
  collective: {
    keys: ['name', 'kind', 'example', 'joined', 'left', 'college', 'weight', 'delegates'],
  },
  positions: { keys: ['programme', 'collective', 'serial', 'positions'], sorted: 'positions' },
  transmission: { keys: ['name', 'kind', 'handed'] },
  sources: { keys: [] },
}
