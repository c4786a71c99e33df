import { type Language, typeset } from '@cahier/core'
import { parseMarkdown, plainText } from '@cahier/prose'
import type { Blockquote, Code, RootContent } from 'mdast'
import type { Terminal } from '../command.ts'
import { paint, wrap } from '../terminal/terminal.ts'

/** The page of a rule as a terminal shows it, in one language. */
export function pageInWords(
  page: string,
  language: Language,
  terminal: Pick<Terminal, 'width' | 'colours'>,
): string {
  return `${parseMarkdown(pageIn(page, language)).children.map(blockInWords).join('\n\n')}\n`

  function blockInWords(node: RootContent): string {
    if (node.type === 'code') return codeInWords(node)
    if (node.type === 'heading') return paint(plainText(node), 'bold', terminal)
    if (node.type === 'table')
      return node.children
        .map((row) =>
          wrap(`  ${row.children.map(plainText).join(' : ')}`, terminal.width, '      '),
        )
        .join('\n')
    if (node.type === 'list')
      return node.children
        .map((item) => wrap(`  - ${plainText(item)}`, terminal.width, '    '))
        .join('\n')
    return wrap(typeset(plainText(node), language), terminal.width)
  }

  // A code block with a path is an example; a `text` block is a message of the rule.
  function codeInWords({ lang, meta, value }: Code): string {
    const isSaid = lang === 'text'
    const head = isSaid ? WORDS[language].said : meta
    const lines = value
      .split('\n')
      .map((line) => (isSaid ? wrap(`    ${line}`, terminal.width, '      ') : `    ${line}`))
    return [
      ...(head ? [`  ${paint(typeset(head, language), 'dim', terminal)}`] : []),
      ...lines,
    ].join('\n')
  }
}

const WORDS = { fr: { said: 'la règle dit :' }, en: { said: 'the rule says:' } } as const

/**
 * The Markdown of a bilingual `page` in one language. A quotation translates the paragraph before
 * it into English. A heading is `## Français | English`. A code block marked `text en` is English.
 */
export function pageIn(page: string, language: Language): string {
  const written = (node: RootContent | Blockquote) =>
    page.slice(node.position?.start.offset, node.position?.end.offset)
  const blocks = parseMarkdown(page).children.flatMap((node) => {
    if (node.type === 'heading') return [headingIn(written(node), language)]
    if (node.type === 'code' && node.lang === 'text')
      return (node.meta === 'en') === (language === 'en')
        ? [written(node).replace(/ en\n/, '\n')]
        : []
    if (node.type === 'code') return [written(node)]
    if (node.type === 'blockquote')
      return language === 'en' ? [written(node).replace(/^> ?/gm, '')] : []
    return language === 'fr' ? [written(node)] : []
  })
  return `${blocks.join('\n\n')}\n`
}

function headingIn(heading: string, language: Language) {
  const [, signs = '', french = '', english = ''] = /^(#+ )(.+?)(?: \| (.+))?$/.exec(heading) ?? []
  return signs + (language === 'en' ? english || french : french)
}

/** The first sentence of a page, in each language. */
export function openingOf(page: string): Readonly<Record<Language, string>> {
  return { fr: firstSentence(pageIn(page, 'fr')), en: firstSentence(pageIn(page, 'en')) }
}

function firstSentence(page: string) {
  const paragraph = parseMarkdown(page).children.find((node) => node.type === 'paragraph')
  const text = paragraph === undefined ? '' : plainText(paragraph)
  return /^.*?[.?!…](?=\s+[\p{Lu}«“"—]|$)/u.exec(text)?.[0] ?? text
}
