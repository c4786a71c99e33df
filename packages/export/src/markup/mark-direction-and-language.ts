import { languageOfTag } from '@cahier/core'
import type { Element, Nodes, Root } from 'hast'
import { type Direction, directionOfText, isRightToLeft } from '../direction.ts'
import type { Edition } from '../edition/edition.ts'
import { ownLanguage, type Page } from './page.ts'

/**
 * Sets `dir` on each block whose direction differs from its parent, such as an Arabic paragraph in
 * a French page. The first letter of a block decides. `labels` stay unchanged. Changes the tree.
 */
export function markDirections(
  root: Root | Element,
  language: string,
  labels: ReadonlySet<Element>,
): void {
  visit(root, isRightToLeft(language) ? 'rtl' : 'ltr', { language, labels })
}

interface Context {
  readonly language: string
  readonly labels: ReadonlySet<Element>
}

function visit(node: Nodes, around: Direction, context: Context) {
  if (node.type !== 'element' && node.type !== 'root') return
  let here = around
  if (node.type === 'element') {
    if (
      UNTOUCHED.has(node.tagName) ||
      context.labels.has(node) ||
      hasClass(node, 'over', 'status', 'facts')
    )
      return
    const own = ownDirection(node, context.language)
    if (own !== undefined && own !== around) {
      node.properties.dir = own
      here = own
    }
  }
  for (const child of node.children) visit(child, here, context)
}

function ownDirection(node: Element, language: string): Direction | undefined {
  if (CODE.has(node.tagName)) return 'ltr'
  // A block number (§7.3) is left to right. On a right-to-left page, it follows its block.
  if (hasClass(node, 'no')) return isRightToLeft(language) ? undefined : 'ltr'
  if (!BLOCKS.has(node.tagName)) return undefined
  const parts = node.children.filter((child) => child.type === 'element')
  if (node.tagName === 'li' && parts.some(({ tagName }) => tagName === 'p')) return undefined
  if (LISTS.has(node.tagName)) {
    const [first, ...others] = new Set(parts.map(firstDirection))
    return others.length === 0 ? first : undefined
  }
  return firstDirection(node)
}

function firstDirection(node: Nodes): Direction | undefined {
  if (node.type === 'text') return directionOfText(node.value)
  if (
    node.type !== 'element' ||
    UNTOUCHED.has(node.tagName) ||
    CODE.has(node.tagName) ||
    hasClass(node, 'no')
  )
    return undefined
  for (const child of node.children) {
    const found = firstDirection(child)
    if (found !== undefined) return found
  }
  return undefined
}

function hasClass({ properties: { className } }: Element, ...names: readonly string[]) {
  return Array.isArray(className) && className.some((name) => names.includes(String(name)))
}

const BLOCKS: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dd blockquote table caption th td figcaption'.split(' '),
)
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol'])
const CODE: ReadonlySet<string> = new Set(['pre', 'code'])
const UNTOUCHED: ReadonlySet<string> = new Set(['head', 'svg'])

/** CSS for elements with `dir` on a left-to-right page. */
export const directionStyle =
  '[dir=rtl]{text-align:right}[dir=ltr]{text-align:left}.title [dir]{text-align:center}ul[dir=rtl],ol[dir=rtl]{padding:0 1.4em 0 0}li[dir]{list-style-position:inside}blockquote[dir=rtl],dd[dir=rtl]{margin-left:0;margin-right:1.4em}'

/** Swaps left and right in a style sheet, except for table columns aligned in Markdown. */
export function mirrored(css: string): string {
  return css
    .replace(
      /"(?:[^"\\]|\\.)*"|\.right\{[^}]*\}|\b(?:left|right|ltr|rtl)\b/g,
      (word) => OTHER_SIDE[word] ?? word,
    )
    .replace(FOUR_SIDES, '$1$2 $5 $4 $3')
}

const OTHER_SIDE: Readonly<Record<string, string>> = {
  left: 'right',
  right: 'left',
  ltr: 'rtl',
  rtl: 'ltr',
}
// Top, right, bottom, left: `margin:1em 2em 3em 4em`.
const FOUR_SIDES = /((?:margin|padding):)([^\s;}]+) ([^\s;}]+) ([^\s;}]+) ([^\s;}]+)(?=[;}])/g

/**
 * Sets the language of labels (menu, added titles, facts), for screen readers. Labels are in French
 * or English, even on a page in another language. Changes the tree, and returns the marked
 * elements.
 */
export function markLabels(
  root: Root | Element,
  { language, words }: Pick<Edition, 'language' | 'words'>,
  dialect: Page['dialect'],
): ReadonlySet<Element> {
  const marked = new Set<Element>()
  const own = languageOfTag(language)
  if (language.toLowerCase().split('-')[0] === own) return marked
  const labels = new Set(Object.values(words).map(folded))
  const visit = (node: Nodes, isInNavigation: boolean) => {
    if (node.type !== 'element' && node.type !== 'root') return
    if (node.type === 'element' && mayBeLabel(node, isInNavigation)) {
      const text = hastText(node)
      if (text !== '' && text.split(', ').every((part) => labels.has(folded(part)))) {
        Object.assign(node.properties, ownLanguage(own, dialect))
        marked.add(node)
      }
    }
    const isNavigation = isInNavigation || (node.type === 'element' && node.tagName === 'nav')
    for (const child of node.children) visit(child, isNavigation)
  }
  visit(root, false)
  return marked
}

// Only these elements hold labels. In other elements, the same words are an author's text.
function mayBeLabel(node: Element, isInNavigation: boolean) {
  if (node.tagName === 'a') return isInNavigation || hasClass(node, 'skip')
  return node.tagName === 'p' ? hasClass(node, 'over') : /^(?:h[1-6]|dt)$/.test(node.tagName)
}

// Without numbers, so that “Chapter 2” matches “Chapter”.
function folded(label: string) {
  return label
    .replace(/[\d.:\s]+/g, ' ')
    .trim()
    .toLowerCase()
}

export function hastText(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(hastText).join('') : ''
}
