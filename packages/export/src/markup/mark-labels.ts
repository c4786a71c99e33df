import { languageOfTag } from '@cahier/core'
import type { Element, Nodes, Root } from 'hast'
import type { Edition } from '../edition/edition.ts'
import { ownLanguage, type Page } from './page.ts'

/**
 * Labels (menu, added titles, facts) are in French or English. On a page in another language, sets
 * their language, for screen readers. Changes the tree, and returns the marked elements.
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
  const visit = (node: Nodes, isInNavigation: boolean): void => {
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

// True for elements that hold labels. In other elements, the same words are text.
function mayBeLabel({ tagName, properties }: Element, isInNavigation: boolean): boolean {
  const { className } = properties
  const has = (name: string) => Array.isArray(className) && className.includes(name)
  if (tagName === 'a') return isInNavigation || has('skip')
  return tagName === 'p' ? has('over') : /^(?:h[1-6]|dt)$/.test(tagName)
}

// Without figures, so that “Chapter 2” matches “Chapter”.
function folded(label: string): string {
  return label
    .replace(/[\d.:\s]+/g, ' ')
    .trim()
    .toLowerCase()
}

export function hastText(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(hastText).join('') : ''
}
