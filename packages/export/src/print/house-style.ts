import type { Language, LintOptions } from '@cahier/core'
import { frenchHouse } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import { directionOfText } from '../direction.ts'
import { plainText } from '../markup/plain-text.ts'
import { frenchInlines } from '../typography/french-inlines.ts'
import type { House } from './press.ts'
import { unfolded } from './unfolded.ts'

/** The typography of a language, for the nodes of a block and for plain strings: in French that of France, or the one that the linter is asked to hold to. */
export function houseStyle(
  language: Language,
  options?: Pick<LintOptions, 'locale' | 'punctuationSpace'>,
): Pick<House, 'language' | 'typeset' | 'text'> {
  // Who accepts both spaces wants one of them in print.
  const french = frenchHouse(options?.locale, options?.punctuationSpace === 'either' ? 'narrow' : options?.punctuationSpace)
  // Words that are read from right to left are in no language that we know the signs of.
  const isOurs = (nodes: readonly PhrasingContent[]) => language === 'fr' && directionOfText(plainText(nodes)) !== 'rtl'
  const typeset: House['typeset'] = (nodes) => (isOurs(nodes) ? frenchInlines(nodes, french) : unfolded(nodes))
  return {
    language,
    typeset,
    text: (text) =>
      text
        .split(/\r?\n[ \t]*\r?\n\s*/)
        .map((paragraph) =>
          typeset([{ type: 'text', value: paragraph.trim() }])
            .map(wordsOf)
            .join(''),
        )
        .join('\n\n'),
  }
}

function wordsOf(node: PhrasingContent): string {
  return node.type === 'text' ? node.value : ''
}
