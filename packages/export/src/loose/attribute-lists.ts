import type { Nodes, PhrasingContent } from 'mdast'

/**
 * Takes away, in place, the attributes that kramdown, pandoc and others write after a link, a picture, code, or the words of a block
 * (`{target=_blank}`, `{: .lead }`): they speak to a tool.
 */
export function dropAttributes(node: Nodes): void {
  if (!('children' in node)) return
  const children = node.children as PhrasingContent[]
  children.forEach((child, at) => {
    if (child.type !== 'text' || !child.value.includes('{')) return
    const follows = FOLLOWED.has(children[at - 1]?.type ?? '')
    const after = follows ? child.value.replace(AT_START, '') : child.value
    const value = at === children.length - 1 && node.type !== 'heading' ? after.replace(AT_END, '') : after
    children[at] = { ...child, value: value.replace(SPAN, '$1') }
  })
  node.children = children.filter((child) => child.type !== 'text' || child.value !== '') as typeof node.children
  for (const child of node.children) dropAttributes(child)
}

const FOLLOWED: ReadonlySet<string> = new Set(['link', 'linkReference', 'image', 'imageReference', 'inlineCode', 'strong', 'emphasis'])

const ATTRIBUTE = String.raw`(?:[#.][\w:.-]+|[\w-]+[ \t]?=[ \t]?(?:"[^"{}]*"|'[^'{}]*'|“[^”{}]*”|[^\s"'{}]+))`
const LIST = String.raw`\{:?[ \t]*${ATTRIBUTE}(?:[ \t]+${ATTRIBUTE}){0,20}[ \t]*\}`
const AT_START = new RegExp(`^${LIST}`)
/** Alone on the last line, or behind words with the sign of kramdown. */
const AT_END = new RegExp(String.raw`(?:\r?\n[ \t]*${LIST}|(?<![ \t])[ \t]*\{:[ \t]*${ATTRIBUTE}[^{}]{0,200}\})[ \t]*$`)
/** Words of pandoc that bear attributes: `[words]{.small}`. */
const SPAN = new RegExp(String.raw`(?<![\]\w])\[([^[\]]{1,300})\]${LIST}`, 'g')
