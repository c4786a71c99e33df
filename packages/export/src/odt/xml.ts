import type { ElementContent } from 'xast'

/** Nodes as XML, without added white space. Characters that XML 1.0 forbids are left out. */
export function xmlText(nodes: readonly ElementContent[]): string {
  let out = ''
  for (const node of nodes) {
    if (node.type === 'text') out += escaped(node.value, IN_TEXT)
    else if (node.type === 'raw') out += node.value
    else if (node.type === 'element') {
      out += `<${node.name}`
      for (const [name, value] of Object.entries(node.attributes))
        if (value != null) {
          const isStyle = STYLE_NAME.test(`${node.name} ${name}`)
          const wording = isStyle ? value.replaceAll(' ', '_20_') : value
          out += ` ${name}="${escaped(wording, IN_ATTRIBUTE)}"`
        }
      out += node.children.length === 0 ? '/>' : `>${xmlText(node.children)}</${node.name}>`
    }
  }
  return out
}

/** Matches the element and attribute of a style name, where `_20_` stands for a space. */
const STYLE_NAME = /(?:style|page)-name$|(?<!font-face )style:name$/

// Control characters, lone surrogates, and two non-characters (XML 1.0, production 2).
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
const IN_TEXT = new RegExp(`[&<>\\r]|${FORBIDDEN.source}`, 'g')
const IN_ATTRIBUTE = new RegExp(`[&<>"\\n\\t\\r]|${FORBIDDEN.source}`, 'g')
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#xA;',
  '\t': '&#x9;',
  '\r': '&#xD;',
}

function escaped(value: string, where: RegExp) {
  return value.replace(where, (sign) => ESCAPES[sign] ?? '')
}

/** The namespaces of OpenDocument parts (ODF 1.3, part 3, 2.2). */
export const namespaces: Readonly<Record<string, string>> = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:draw': 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  'xmlns:config': 'urn:oasis:names:tc:opendocument:xmlns:config:1.0',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}
