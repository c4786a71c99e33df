import type { Edition, EditionKind } from './edition.ts'

/** Is it of a kind that one reads from end to end, or signs? Then it is one page, or one file. */
export function isLeaflet({ kind }: Edition): boolean {
  return LEAFLETS.has(kind)
}

const LEAFLETS: ReadonlySet<EditionKind> = new Set<EditionKind>([
  'tribune',
  'brochure',
  'charter',
  'dissent',
])
