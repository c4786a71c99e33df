import { languageOf } from '@cahier/core'
import { parseMarkdown, plainText } from '@cahier/prose'
import type { Paragraph, RootContent } from 'mdast'

/** How a page begins: its first sentence in French, and the one below it in English. */
export function openingOf(page: string): { readonly fr: string; readonly en: string } {
  const paragraphs = parseMarkdown(page).children.filter((node): node is Paragraph => node.type === 'paragraph')
  const french = paragraphs.find((node) => !isInEnglish(node))
  const english = paragraphs.find(isInEnglish)
  return { fr: firstSentence(french), en: firstSentence(english) }
}

/** Whether a block of a page is a paragraph in English: in italics, or by its words. */
export function isInEnglish(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false
  return (node.children.length === 1 && node.children[0]?.type === 'emphasis') || languageOf(plainText(node)) === 'en'
}

function firstSentence(node: Paragraph | undefined): string {
  const text = node === undefined ? '' : plainText(node)
  return /^.*?[.?!…](?=\s+[\p{Lu}«“"—]|$)/u.exec(text)?.[0] ?? text
}
