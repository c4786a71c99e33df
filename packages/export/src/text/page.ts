import type { Edition } from '../edition/edition.ts'

/** How wide a page of plain text is, in columns. */
export const COLUMNS = 72

/** What setting text needs to know of where it stands. */
export interface Page {
  readonly edition: Edition
  /** Columns on the left that the numbers of blocks stand in; 0 where blocks bear none. */
  readonly gutter: number
  /** Columns on the left after those. */
  readonly indent: number
  /** Printed after the number of each block; `''` for nothing. */
  readonly mark: string
}

/** A page without numbers. */
export function barePage(edition: Edition): Page {
  return { edition, gutter: 0, indent: 0, mark: '' }
}

/** A page whose blocks are numbered. */
export function numberedPage(edition: Edition, mark: string): Page {
  return { edition, gutter: 8, indent: 0, mark }
}
