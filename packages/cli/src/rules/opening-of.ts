import type { Language } from '@cahier/core'
import { parseMarkdown, plainText } from '@cahier/prose'
import { pageIn } from './page-in.ts'

/** The first sentence of a page, in each language. */
export function openingOf(page: string): Readonly<Record<Language, string>> {
  return { fr: firstSentence(pageIn(page, 'fr')), en: firstSentence(pageIn(page, 'en')) }
}

function firstSentence(page: string): string {
  const paragraph = parseMarkdown(page).children.find((node) => node.type === 'paragraph')
  const text = paragraph === undefined ? '' : plainText(paragraph)
  return /^.*?[.?!…](?=\s+[\p{Lu}«“"—]|$)/u.exec(text)?.[0] ?? text
}
