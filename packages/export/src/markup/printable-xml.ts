import { type Options, toXml } from 'xast-util-to-xml'
import { printable } from './printable.ts'

/**
 * A tree as XML. `]]>`, which a text of XML may not hold as it stands (XML 1.0, 2.4) and code does,
 * is written with a reference.
 */
export function printableXml(tree: Parameters<typeof toXml>[0], options: Options = {}): string {
  return printable(toXml(tree, options)).replaceAll(']]>', ']]&gt;')
}
