import { type Language, type LintOptions, languageOfPassage, languageOfTag } from '@cahier/core'
import { frenchHouse } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import { directionOfText } from '../direction.ts'
import { nodesAsText } from '../edition/nodes.ts'
import { englishInlines } from '../typography/english-inlines.ts'
import { frenchInlines } from '../typography/french-inlines.ts'
import type { House } from './press.ts'

/**
 * The typography of a language, by its tag, for the nodes of a block and for plain strings: in
 * French that of France, or the one that the linter is asked to hold to.
 */
export function houseStyle(
  tag: string,
  options?: Pick<LintOptions, 'locale' | 'punctuationSpace'>,
): Pick<House, 'language' | 'typeset' | 'text'> {
  // Who accepts both spaces wants one of them in print.
  const french = frenchHouse(
    options?.locale,
    options?.punctuationSpace === 'either' ? 'narrow' : options?.punctuationSpace,
  )
  const [spoken] = tag.toLowerCase().split('-')
  const typeset: House['typeset'] = (nodes) => {
    // Words that are read from right to left are in no language that we know the signs of.
    if ((spoken !== 'fr' && spoken !== 'en') || directionOfText(nodesAsText(nodes)) === 'rtl')
      return unfolded(nodes)
    return spoken === 'fr' ? frenchInlines(nodes, french) : englishInlines(nodes)
  }
  const language = languageOfTag(tag)
  const paragraph = (words: string) => {
    const nodes: PhrasingContent[] = [{ type: 'text', value: words }]
    return (isInAnotherLanguage(words, language) ? unfolded(nodes) : typeset(nodes))
      .map(wordsOf)
      .join('')
  }
  return {
    language,
    typeset,
    text: (text) =>
      text
        .split(/\r?\n[ \t]*\r?\n\s*/)
        .map((one) => paragraph(one.trim()))
        .join('\n\n'),
  }
}

function wordsOf(node: PhrasingContent): string {
  return node.type === 'text' ? node.value : ''
}

/**
 * Whether words are told, by themselves, to be in another language than a house prints in: an
 * English quotation in a French book keeps its own spaces and quotes.
 */
export function isInAnotherLanguage(words: string, house: Language): boolean {
  // An address is in no language, whatever its words.
  const told = languageOfPassage(words.replace(/https?:\S+/g, ' '))
  return told !== '' && told !== 'und' && told !== house
}

/** The inline nodes of one block as they are, but for a line end inside it, which is a space. */
export function unfolded(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'text')
      return { ...node, value: node.value.replace(/[ \t]*\r?\n[ \t]*/g, ' ') }
    return 'children' in node ? { ...node, children: unfolded(node.children) } : node
  })
}
