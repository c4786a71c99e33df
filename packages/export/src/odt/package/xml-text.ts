import type { ElementContent } from 'xast'

/**
 * Elements, text and raw nodes as XML, without a space more than they have. Characters that XML 1.0
 * cannot hold are left out.
 */
export function xmlText(nodes: readonly ElementContent[]): string {
  let out = ''
  for (const node of nodes) {
    if (node.type === 'text') out += escaped(node.value, false)
    else if (node.type === 'raw') out += node.value
    else if (node.type === 'element') {
      out += `<${node.name}`
      for (const [name, value] of Object.entries(node.attributes))
        if (value != null) out += ` ${name}="${escaped(value, true)}"`
      out += node.children.length === 0 ? '/>' : `>${xmlText(node.children)}</${node.name}>`
    }
  }
  return out
}

function escaped(value: string, quoted: boolean): string {
  // Most texts hold nothing of the kind.
  if (!special.test(value)) return value
  const kept = value
    .replace(unheld, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
  return quoted
    ? kept
        .replace(/"/g, '&quot;')
        .replace(/\n/g, '&#xA;')
        .replace(/\t/g, '&#x9;')
        .replace(/\r/g, '&#xD;')
    : kept.replace(/\r/g, '&#xD;')
}

// Control characters, half pairs, and the two that end each plane's first (XML 1.0, production 2).
const unheld =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const special = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/
