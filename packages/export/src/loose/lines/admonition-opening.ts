import { capitalised } from '@cahier/core'
import { isAlertKind } from '../tree/alerts.ts'

/** The line that opens an admonition. */
export interface AdmonitionOpening {
  /**
   * What ends it: a line of colons, or the first line that is indented less than four spaces more.
   */
  readonly ends: 'colons' | 'indent'
  /** Spaces before it. */
  readonly indent: number
  /**
   * Markdown, for the head of the quotation: a title in bold or the sign of an alert; `''` for
   * none; `null` when the lines are no quotation.
   */
  readonly head: string | null
}

/**
 * What a line opens, as Docusaurus and VuePress (`:::tip Title`), pandoc and Quarto (`:::
 * {.callout-note title="…"}`) or MkDocs (`!!! note "Title"`, `??? note`, `=== "Tab"`) write it;
 * `null` when it opens nothing.
 */
export function admonitionOpening(line: string): AdmonitionOpening | null {
  const [colons, spaces = '', said = ''] = /^( *):{3,}[ \t]*([^\s:].*)$/.exec(line) ?? []
  if (colons !== undefined)
    return { ends: 'colons', indent: spaces.length, head: headOfColons(said) }
  const [tab, before = '', label = ''] = /^( *)===[!+]?[ \t]+"([^"]+)"[ \t]*$/.exec(line) ?? []
  if (tab !== undefined) return { ends: 'indent', indent: before.length, head: bold(label) }
  const [bang, indent = '', name = '', , title] = INDENTED.exec(line) ?? []
  if (bang === undefined) return null
  return {
    ends: 'indent',
    indent: indent.length,
    head: title === undefined ? headOfKind(name) : bold(title),
  }
}

// Words are taken whole: nothing else is tried of a line that turns out to be none.
const INDENTED = /^( *)(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)(?![\w-])(?=([\w -]*))\3(?:"(.*)")?[ \t]*$/

/** Whether a line is of colons alone, which closes what colons opened. */
export function closesColons(line: string): boolean {
  return /^ *:{3,}[ \t]*$/.test(line)
}

// Of divisions that are no admonition (columns, tabs of code), the fences alone are left out.
function headOfColons(said: string): string | null {
  const from = said.indexOf('{')
  const attributes = from < 0 ? '' : said.slice(from + 1, Math.max(from + 1, said.lastIndexOf('}')))
  const to = from < 0 ? -1 : said.indexOf('}', from)
  const words = (to < 0 ? said : `${said.slice(0, from)} ${said.slice(to + 1)}`).replace(
    /(?<![ \t:])[ \t:]+$/,
    '',
  )
  const [, name = '', label, after = ''] = /^([\w-]+)(?:\[(.*)\])?(.*)$/.exec(words) ?? []
  const kind =
    name ||
    (/(?:^|[\s.])([A-Za-z][\w-]*)(?![\w=-])/.exec(attributes)?.[1] ?? '').replace(/^callout-/, '')
  const title = (label ?? /(?:^|\s)title="([^"]*)"/.exec(attributes)?.[1] ?? after).trim()
  if (title !== '') return bold(title)
  return isAlertKind(kind) ? headOfKind(kind) : null
}

function headOfKind(name: string): string {
  return isAlertKind(name) ? `[!${name}]` : bold(capitalised(name))
}

function bold(title: string): string {
  return title.trim() === '' ? '' : `**${title.trim()}**`
}
