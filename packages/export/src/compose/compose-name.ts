import { createHash } from 'node:crypto'
import type { Language } from '@cahier/core'
import { kindName } from '../kinds/kinds.ts'
import type { Selection } from './selection.ts'

/**
 * The stem of the file names: `<identifier>-<edition>`, and what was selected when it is not the
 * whole, in the words of the options.
 */
export function composeName(
  identifier: string,
  edition: string,
  selection: Selection,
  language: Language,
): string {
  return fileName([identifier, edition, suffixOf(selection, language)]) || 'programme'
}

/** `dossier-syndicats`, `axis-services-horizon-court`; `''` for the whole programme. */
function suffixOf(
  { kind, status, axes = [], horizons = [], scales = [], addressees = [] }: Selection,
  language: Language,
): string {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [kind === 'dossier' ? '' : 'for', addressees],
    ['axis', axes],
    ['horizon', horizons],
    ['scale', scales],
    ['status', typeof status === 'string' ? [] : status],
  ]
  const named = lists
    .filter(([, ids]) => ids.length > 0)
    .flatMap(([option, ids]) => [option, ...ids])
  return [kind === 'programme' ? '' : kindName(kind, language), ...named].filter(Boolean).join('-')
}

// A name on any system: an edition may be called `2026/2`, and a selection be longer than a disk
// allows.
function fileName(parts: readonly string[]): string {
  const name = parts
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^\p{L}\d._-]+/gu, '-')
    .replace(/^[.-]+/, '')
  return name.length <= LONGEST
    ? name
    : `${name.slice(0, LONGEST - 9)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
}

const LONGEST = 120
