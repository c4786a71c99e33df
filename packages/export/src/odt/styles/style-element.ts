import type { Element } from 'xast'
import { x } from 'xastscript'

export type Properties = Readonly<Record<string, string | number>>

/** A named style. Spaces in names are written `_20_`. */
export interface StyleParts {
  readonly family:
    | 'paragraph'
    | 'text'
    | 'graphic'
    | 'table'
    | 'table-column'
    | 'table-row'
    | 'table-cell'
  readonly name: string
  readonly parent?: string
  /** The style of the next paragraph that is typed. */
  readonly next?: string
  readonly level?: number
  readonly list?: string
  readonly master?: string
  readonly paragraph?: Properties
  readonly tabs?: readonly Properties[]
  readonly text?: Properties
  readonly own?: Properties
}

/** Excludes a paragraph from line numbering. */
export const withoutLineNumbers: Properties = {
  'text:number-lines': 'false',
  'text:line-number': 0,
}
/** The tab stop where the text begins, after the number in the margin. */
export const textTabStop: readonly Properties[] = [{ 'style:position': '0cm' }]

/** A `style:style` element. `own` are properties of other families than paragraph and text. */
export function styleElement({
  family,
  name,
  parent,
  next,
  level,
  list,
  master,
  paragraph,
  tabs,
  text,
  own,
}: StyleParts): Element {
  const display = name.replaceAll('_20_', ' ')
  const attributes = {
    'style:name': name,
    'style:display-name': display === name ? undefined : display,
    'style:family': family,
    'style:parent-style-name': parent,
    'style:next-style-name': next,
    'style:default-outline-level': level,
    'style:list-style-name': list,
    'style:master-page-name': master,
  }
  const stops =
    tabs === undefined
      ? []
      : [
          x(
            'style:tab-stops',
            tabs.map((stop) => x('style:tab-stop', { ...stop })),
          ),
        ]
  return x('style:style', attributes, [
    ...(own === undefined ? [] : [x(`style:${family}-properties`, { ...own })]),
    ...(paragraph === undefined && tabs === undefined
      ? []
      : [x('style:paragraph-properties', { ...paragraph }, stops)]),
    ...(text === undefined ? [] : [x('style:text-properties', inEveryScript(text))]),
  ])
}

/** Sets font size, weight and slant for all ODF script groups, such as Arabic and Chinese. */
export function inEveryScript(text: Properties): Properties {
  const others = Object.entries(text).flatMap(([name, value]) => {
    const [, property] = /^fo:(font-size|font-weight|font-style)$/.exec(name) ?? []
    return property === undefined
      ? []
      : ['asian', 'complex'].map((script) => [`style:${property}-${script}`, value] as const)
  })
  return { ...text, ...Object.fromEntries(others) }
}
