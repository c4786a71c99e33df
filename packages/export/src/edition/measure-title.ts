import type { Measure } from './edition.ts'

/** Number and title of a proposal, where it is named elsewhere than at its head. */
export function measureTitle({ number, title }: Pick<Measure, 'number' | 'title'>): string {
  return `${number}. ${title}`
}
