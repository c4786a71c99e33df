import type { Element, Root } from 'xast'
import { webAddress } from '../../web-address.ts'
import { elementsIn } from './odt-elements.ts'

/** The structure around a paragraph. */
export interface OdtPlace {
  /** The number of lists around the paragraph. */
  readonly depth: number
  /** True for the second and later paragraphs of a list item. */
  readonly goesOn: boolean
  /** True in a numbered list. */
  readonly isCounted: boolean
  /** The outline level of a heading; 0 for a paragraph. */
  readonly level: number
  readonly isQuoted: boolean
  readonly cell: OdtCell | null
}

/** A table cell: the rank of its table in the document, its row and column, all from 0. */
interface OdtCell {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly isMerged?: boolean
}

/** The format of some words. `false` cancels the format around them. */
export interface Format {
  readonly strong?: boolean
  readonly emphasis?: boolean
  /** Struck through or hidden, that is, meant to be deleted. */
  readonly struck?: boolean
  readonly raised?: 'sup' | 'sub' | null | undefined
  /** A web or mail address. */
  readonly link?: string
  /** True for a dropped link: unsafe, or inside the document. */
  readonly lostLink?: true
}

/** Formatted words of a paragraph, by UTF-16 offsets. */
export interface Run extends Format {
  readonly start: number
  readonly end: number
}

/** The runs after `offset`, which becomes offset 0. */
export function runsFrom(offset: number, runs: readonly Run[]): readonly Run[] {
  return runs
    .filter(({ end }) => end > offset)
    .map((run) => ({ ...run, start: Math.max(0, run.start - offset), end: run.end - offset }))
}

/** The meaning of the styles of a document. */
export type DocumentStyles = ReturnType<typeof documentStyles>

/** Reads the styles of `content.xml`, and paragraph and list styles of `styles.xml` (`named`). */
export function documentStyles(content: Root, named: Root | null) {
  const formats = characterFormats(content)
  const parts = named === null ? [content] : [named, content]
  const parents = new Map(
    parts
      .flatMap((part) => elementsIn(part, 'style:style'))
      .filter(({ attributes }) => attributes['style:family'] === 'paragraph')
      .map(({ attributes }) => [
        attributes['style:name'] ?? '',
        attributes['style:parent-style-name'] ?? '',
      ]),
  )
  const counted = new Map(
    parts
      .flatMap((part) => elementsIn(part, 'text:list-style'))
      .map((style) => [style.attributes['style:name'] ?? '', countedLevels(style)]),
  )
  return {
    /** The format of `text:span` or `text:a` inside words of the format `around`. */
    formatOf: ({ name, attributes }: Element, around: Format): Format => {
      if (name === 'text:span')
        return { ...around, ...formats.get(attributes['text:style-name'] ?? '') }
      if (name !== 'text:a') return around
      const link = webAddress(attributes['xlink:href'] ?? '')
      return { ...around, ...(link === '' ? { lostLink: true } : { link }) }
    },
    isQuotation: (style: string) =>
      QUOTATION.test(style) || QUOTATION.test(parents.get(style) ?? ''),
    /** True for a numbered list. The name decides for an unknown style. `depth` starts at 1. */
    isCounted: (listStyle: string, depth: number) =>
      counted.get(listStyle)?.has(depth) ?? /num/i.test(listStyle),
  }
}

const QUOTATION = /quot|citation/i

function countedLevels(style: Element): ReadonlySet<number> {
  return new Set(
    elementsIn(style, 'text:list-level-style-number')
      .filter(({ attributes }) => attributes['style:num-format'])
      .map(({ attributes }) => Number(attributes['text:level'])),
  )
}

function characterFormats(content: Root): ReadonlyMap<string, Format> {
  const formats = new Map<string, Format>([
    ['Strong_20_Emphasis', { strong: true }],
    ['Emphasis', { emphasis: true }],
  ])
  for (const style of elementsIn(content, 'style:style')) {
    const { attributes } = style
    const parent = formats.get(attributes['style:parent-style-name'] ?? '')
    if (attributes['style:family'] === 'text')
      formats.set(attributes['style:name'] ?? '', { ...parent, ...propertiesOf(style) })
  }
  return formats
}

function propertiesOf(style: Element): Format {
  const {
    'fo:font-weight': weight,
    'fo:font-style': slope,
    'style:text-line-through-style': line,
    'style:text-position': position,
    'text:display': display,
  } = elementsIn(style, 'style:text-properties')[0]?.attributes ?? {}
  return {
    ...(weight != null && { strong: weight === 'bold' || Number(weight) >= 600 }),
    ...(slope != null && { emphasis: slope === 'italic' || slope === 'oblique' }),
    ...(position != null && { raised: raisedBy(position) }),
    ...((line != null || display != null) && {
      struck: (line ?? 'none') !== 'none' || display === 'none',
    }),
  }
}

function raisedBy(position: string): Format['raised'] {
  if (/^(?:super|[1-9])/.test(position)) return 'sup'
  return /^(?:sub|-)/.test(position) ? 'sub' : null
}
