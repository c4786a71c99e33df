import type { Element, Root } from 'xast'
import { webAddress } from '../../web-address.ts'
import { elementsIn } from './odt-elements.ts'

/** The format of some words. `false` cancels the format around them. */
export interface Format {
  readonly strong?: boolean
  readonly emphasis?: boolean
  /** Struck through or hidden, that is, meant to be deleted. */
  readonly struck?: boolean
  readonly raised?: 'sup' | 'sub' | null | undefined
  /** An address of the web or of a mailbox. */
  readonly link?: string
  /** True for a dropped link: unsafe, or inside the document. */
  readonly lostLink?: true
}

/** Formatted words of a paragraph, by UTF-16 offsets. */
export interface Run extends Format {
  readonly start: number
  readonly end: number
}

/** The runs after an offset, with offsets from there. */
export function runsFrom(offset: number, runs: readonly Run[]): readonly Run[] {
  return runs.flatMap((run) =>
    run.end <= offset
      ? []
      : [{ ...run, start: Math.max(0, run.start - offset), end: run.end - offset }],
  )
}

/** The formats of the character styles of a document, and of the standard ones. */
export function characterFormats(content: Root): ReadonlyMap<string, Format> {
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

export function styledAs(
  { attributes }: Element,
  around: Format,
  formats: ReadonlyMap<string, Format>,
): Format {
  const own = formats.get(attributes['text:style-name'] ?? '')
  return own === undefined ? around : { ...around, ...own }
}

/** The format of a link. Only links to the web or a mailbox are kept. */
export function linkedTo({ attributes }: Element, around: Format): Format {
  const link = webAddress(attributes['xlink:href'] ?? '')
  return link === '' ? { ...around, lostLink: true } : { ...around, link }
}
