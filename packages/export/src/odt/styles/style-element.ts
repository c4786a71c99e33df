import type { Element } from 'xast'
import { x } from 'xastscript'
import { cm, type PageLayout } from '../page-layout.ts'

export type Properties = Readonly<Record<string, string | number>>

/** An ODF style. */
export interface StyleParts extends Omit<NamelessStyle, 'size'> {
  readonly family: 'paragraph' | 'text' | 'graphic' | 'table' | 'table-column' | 'table-cell'
  readonly name: string
}

interface NamelessStyle {
  readonly parent?: string
  /** The style of the next paragraph that is typed. */
  readonly next?: string
  readonly level?: number
  readonly list?: string | undefined
  /** The page style that begins with the paragraph. */
  readonly master?: string
  readonly paragraph?: Properties
  readonly tabs?: readonly Properties[]
  readonly text?: Properties
  /** Properties of graphics, tables and cells. */
  readonly own?: Properties
  /** The font size, in points on A4. */
  readonly size?: number
}

export type Styles = Readonly<Record<string, NamelessStyle>>

export function stylesNamed(
  family: StyleParts['family'],
  styles: Styles,
  sizeOf: PageLayout['size'],
): readonly StyleParts[] {
  return Object.entries(styles).map(([name, { size, ...style }]) => ({
    family,
    name,
    ...style,
    ...(size !== undefined && { text: { 'fo:font-size': sizeOf(size), ...style.text } }),
  }))
}

/** The left margin, and the indent of the first line from it, in centimetres. */
export function indent(left: number, first: number): Properties {
  return { 'fo:margin-left': cm(left), 'fo:text-indent': cm(first) }
}

export function leftRule(colour: string): Properties {
  return {
    'fo:border-left': `2pt solid ${colour}`,
    'fo:border-right': 'none',
    'fo:border-top': 'none',
    'fo:border-bottom': 'none',
  }
}

/** The style of a part's title: large, with space above it, on a new page without header. */
export function partTitleStyle(paragraph: Properties, { spacing }: PageLayout): NamelessStyle {
  return {
    master: 'Cahier Opening',
    paragraph: {
      ...paragraph,
      'fo:break-before': 'page',
      ...spacing(2.2, 0.7),
      'style:page-number': 'auto',
    },
    size: 25,
  }
}

/** A right-aligned tab stop. `style` and `text` define the dots or line before it. */
export function rightTab(at: number, style?: 'dotted' | 'solid', text = ''): Properties {
  return {
    'style:position': cm(at),
    'style:type': 'right',
    ...(style && { 'style:leader-style': style, 'style:leader-text': text }),
  }
}

/** Leaves no line of a paragraph alone on a page. */
export const noOrphanLines: Properties = { 'fo:orphans': 2, 'fo:widows': 2 }
export const keepWithNext: Properties = { 'fo:keep-with-next': 'always' }
export const ragged: Properties = { 'fo:text-align': 'start' }
/** Excludes the lines of a paragraph from the numbers beside the text. */
export const withoutLineNumbers: Properties = {
  'text:number-lines': 'false',
  'text:line-number': 0,
}
export const bold: Properties = { 'fo:font-weight': 'bold' }
export const slanted: Properties = { 'fo:font-style': 'italic' }
export const noHyphenation: Properties = { 'fo:hyphenate': 'false' }
/** Hyphens leave at least two letters before them, and three after. */
export const hyphenLimits: Properties = {
  'fo:hyphenation-remain-char-count': 2,
  'fo:hyphenation-push-char-count': 3,
}
/** The tab stop where the text begins, after the number in the margin. */
export const textTabStop: readonly Properties[] = [{ 'style:position': '0cm' }]

export function styleElement(style: StyleParts): Element {
  const { family, name, paragraph, tabs, text, own } = style
  const attributes = {
    'style:name': name,
    'style:display-name': name.includes(' ') ? name : undefined,
    'style:family': family,
    'style:parent-style-name': style.parent,
    'style:next-style-name': style.next,
    'style:default-outline-level': style.level,
    'style:list-style-name': style.list,
    'style:master-page-name': style.master,
  }
  const stops = tabs?.map((stop) => x('style:tab-stop', stop))
  return x(
    'style:style',
    attributes,
    own && x(`style:${family}-properties`, own),
    (paragraph ?? stops) &&
      x('style:paragraph-properties', { ...paragraph }, stops && x('style:tab-stops', stops)),
    text && x('style:text-properties', inEveryScript(text)),
  )
}

/** Sets font size, weight and slant for Asian and complex scripts too. */
export function inEveryScript(text: Properties): Properties {
  const others = Object.entries(text).flatMap(([name, value]) => {
    const [, property] = /^fo:(font-(?:size|weight|style))$/.exec(name) ?? []
    return property === undefined
      ? []
      : ['asian', 'complex'].map((script) => [`style:${property}-${script}`, value] as const)
  })
  return { ...text, ...Object.fromEntries(others) }
}
