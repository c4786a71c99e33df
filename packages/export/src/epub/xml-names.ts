import type { Element, Nodes } from 'hast'

/**
 * Makes every `id` of a page a name that XML takes (NCName), and every link inside the book follow:
 * ids of works and sections are people's own words, and may begin with a year or hold a colon. No
 * two ids become one. Changes the tree.
 */
export function useXmlNames(node: Nodes): void {
  if (node.type === 'element') rename(node)
  if ('children' in node) for (const child of node.children) useXmlNames(child)
}

function rename(element: Element): void {
  const { id, href } = element.properties
  if (typeof id === 'string') element.properties.id = xmlName(id)
  if (typeof href !== 'string' || /^[a-z][a-z\d+.-]*:/i.test(href)) return
  const at = href.indexOf('#')
  if (at >= 0) element.properties.href = `${href.slice(0, at + 1)}${xmlName(href.slice(at + 1))}`
}

function xmlName(id: string): string {
  const spelt = id.replace(
    /[^A-Za-z\d.-]/gu,
    (letter) => `_${(letter.codePointAt(0) ?? 0).toString(16)}_`,
  )
  return /^[A-Za-z_]/.test(spelt) ? spelt : `_.${spelt}`
}
