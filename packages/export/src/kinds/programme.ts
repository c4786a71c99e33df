import type { Kind } from './kind.ts'

/** Everything that was selected. */
export const programme: Kind = {
  kind: 'programme',
  formats: ['html', 'epub', 'odt', 'txt', 'json', 'csv'],
  shape: (edition) => edition,
}
