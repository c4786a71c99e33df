import { type Options, toXml } from 'xast-util-to-xml'

/**
 * Text without the control characters that neither HTML nor XML may hold, nor a terminal be shown.
 */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '')
}

/**
 * A tree as XML. `]]>`, which a text of XML may not hold as it stands (XML 1.0, 2.4) and code does,
 * is written with a reference.
 */
export function printableXml(tree: Parameters<typeof toXml>[0], options: Options = {}): string {
  return printable(toXml(tree, options)).replaceAll(']]>', ']]&gt;')
}
