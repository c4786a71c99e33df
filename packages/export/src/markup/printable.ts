import { type Options, toXml } from 'xast-util-to-xml'

/** The text without control characters, except tabs and line ends. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '')
}

/** A tree as XML. `]]>`, forbidden in text (XML 1.0, 2.4), is escaped. */
export function printableXml(tree: Parameters<typeof toXml>[0], options: Options = {}): string {
  return printable(toXml(tree, options)).replaceAll(']]>', ']]&gt;')
}
