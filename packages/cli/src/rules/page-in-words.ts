import { type Language, typeset } from '@cahier/core'
import { parseMarkdown, plainText } from '@cahier/prose'
import type { Code, RootContent } from 'mdast'
import type { Terminal } from '../command.ts'
import { paint } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'
import { pageIn } from './page-in.ts'

/** The page of a rule as a terminal shows it, in one language. */
export function pageInWords(
  page: string,
  language: Language,
  terminal: Pick<Terminal, 'width' | 'colours'>,
): string {
  const shown = parseMarkdown(pageIn(page, language)).children.map(blockInWords)
  return `${shown.join('\n\n')}\n`

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

  // A fence with a path is an example; a `text` fence is a message of the rule.
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
