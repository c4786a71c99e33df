import type { Language } from '@cahier/core'
import { parseMarkdown } from '@cahier/prose'
import type { Blockquote, RootContent } from 'mdast'

/**
 * The page of a rule in one language, as Markdown. In the bilingual `page`, each quotation is the
 * English of the French before it. A heading is `## Français | English`. A fence `text en` is
 * English.
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

function headingIn(heading: string, language: Language): string {
  const [, signs = '', french = '', english = ''] = /^(#+ )(.+?)(?: \| (.+))?$/.exec(heading) ?? []
  return signs + (language === 'en' ? english || french : french)
}
