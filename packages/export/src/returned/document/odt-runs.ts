import type { Element, Root } from 'xast'
import { webAddress } from '../../web-address.ts'

/** The format of some words. `false` cancels the format around them. */
export interface Format {
  readonly strong?: boolean
  readonly emphasis?: boolean
  /** Struck through or hidden, that is, meant to be deleted. */
  readonly struck?: boolean
  readonly raised?: 'sup' | 'sub' | null
  /** A safe address: of the web or a mailbox. */
  readonly link?: string
  /** A link that Markdown cannot keep: inside the document, or unsafe. */
  readonly lostLink?: true
}

/** Formatted words of a paragraph, by UTF-16 offsets. */
export interface Run extends Format {
  readonly start: number
  readonly end: number
}

/** The runs of the text after an offset. */
export function runsFrom(offset: number, runs: readonly Run[]): readonly Run[] {
  return runs.flatMap((run) =>
    run.end <= offset
      ? []
      : [{ ...run, start: Math.max(0, run.start - offset), end: run.end - offset }],
  )
}

/** The character styles of a document by name, and the two standard ones of bold and italics. */
export function characterFormats(content: Root): ReadonlyMap<string, Format> {
  const formats = new Map<string, Format>([
    ['Strong_20_Emphasis', { strong: true }],
    ['Emphasis', { emphasis: true }],
  ])
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      if (child.name === 'style:style') {
        const {
          'style:family': family,
          'style:name': name,
          'style:parent-style-name': parent,
        } = child.attributes
        if (family === 'text' && name != null)
          formats.set(name, { ...formats.get(parent ?? ''), ...propertiesOf(child) })
      } else if (
        /^office:document(?:-content)?$/.test(child.name) ||
        child.name === 'office:automatic-styles'
      )
        visit(child)
    }
  }
  visit(content)
  return formats
}

function propertiesOf(style: Element): Format {
  const found: {
    strong?: boolean
    emphasis?: boolean
    struck?: boolean
    raised?: 'sup' | 'sub' | null
  } = {}
  for (const child of style.children) {
    if (child.type !== 'element' || child.name !== 'style:text-properties') continue
    const {
      'fo:font-weight': weight,
      'fo:font-style': slope,
      'style:text-line-through-style': line,
      'style:text-position': position,
      'text:display': display,
    } = child.attributes
    if (weight != null) found.strong = weight === 'bold' || Number(weight) >= 600
    if (slope != null) found.emphasis = slope === 'italic' || slope === 'oblique'
    if (position != null)
      found.raised = /^(?:super|[1-9])/.test(position)
        ? 'sup'
        : /^(?:sub|-)/.test(position)
          ? 'sub'
          : null
    if (line != null || display != null)
      found.struck = (line ?? 'none') !== 'none' || display === 'none'
  }
  return found
}

/** The format of an element, over the format around it. */
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
