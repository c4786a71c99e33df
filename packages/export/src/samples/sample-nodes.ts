import type {
  BlockContent,
  Code,
  Heading,
  ListItem,
  Paragraph,
  PhrasingContent,
  Table,
  Text,
} from 'mdast'

/**
 * mdast in a few letters, for the sample edition. In texts `~` stands for U+00A0 and `|` for
 * U+202F. Test material.
 */
export const t = (value: string): Text => ({ type: 'text', value: spaced(value) })

/** A paragraph with its printed number (`''` for none) and its rank in the source. */
export const p = (
  number: string,
  ordinal: number,
  ...children: (string | PhrasingContent)[]
): Paragraph => ({
  type: 'paragraph',
  data: data(number, ordinal),
  children: inline(children),
})

/** A heading inside a section. */
export const h = (
  depth: Heading['depth'],
  ordinal: number,
  ...children: (string | PhrasingContent)[]
): Heading => ({
  type: 'heading',
  depth,
  data: { ordinal },
  children: inline(children),
})

/** A list item: it bears the number, the paragraph inside bears the rank. */
export const li = (
  number: string,
  ordinal: number,
  text: (string | PhrasingContent)[],
  ...more: BlockContent[]
): ListItem => ({
  type: 'listItem',
  spread: false,
  data: { number },
  children: [{ type: 'paragraph', data: { ordinal }, children: inline(text) }, ...more],
})

/** A table whose first row is its head. */
export const table = (
  number: string,
  ordinal: number,
  align: Table['align'],
  rows: readonly (readonly (string | PhrasingContent)[])[],
): Table => ({
  type: 'table',
  align: align ?? null,
  data: data(number, ordinal),
  children: rows.map((row) => ({
    type: 'tableRow',
    children: row.map((cell) => ({ type: 'tableCell', children: inline([cell]) })),
  })),
})

/** A block of code. */
export const pre = (number: string, ordinal: number, value: string): Code => ({
  type: 'code',
  value,
  data: data(number, ordinal),
})

/** A call to a note, the `call`-th one. */
export const call = (note: string, number: number, nth = 1): PhrasingContent => ({
  type: 'noteCall',
  note,
  number,
  call: nth,
})

/** Text as it is written in the sample, with its no-break spaces. */
export function spaced(value: string): string {
  return value.replaceAll('~', '\u00A0').replaceAll('|', '\u202F')
}

function inline(children: readonly (string | PhrasingContent)[]): PhrasingContent[] {
  return children.map((child) => (typeof child === 'string' ? t(child) : child))
}

function data(number: string, ordinal: number): { number?: string; ordinal: number } {
  return number === '' ? { ordinal } : { number, ordinal }
}
