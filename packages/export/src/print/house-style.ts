import { type Language, type LintOptions, languageOfPassage, languageOfTag } from '@cahier/core'
import { frenchSpacing } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import { directionOfText } from '../direction.ts'
import { nodesAsText, textNode } from '../edition/nodes.ts'
import { englishInlines, frenchInlines } from '../typography/inline-typography.ts'

/** The typographic rules of a language. */
export interface HouseStyle {
  readonly language: Language
  readonly typeset: (nodes: readonly PhrasingContent[]) => PhrasingContent[]
  /** Applies the rules to a string. Blank lines between paragraphs are kept. */
  readonly text: (text: string) => string
}

/** The rules for the language of a BCP 47 tag. French follows `options`, or the usage of France. */
export function houseStyle(
  tag: string,
  options?: Pick<LintOptions, 'locale' | 'punctuationSpace'>,
): HouseStyle {
  const french = frenchSpacing(
    options?.locale,
    options?.punctuationSpace === 'either' ? 'narrow' : options?.punctuationSpace,
  )
  const [spoken] = tag.toLowerCase().split('-')
  const typeset: HouseStyle['typeset'] = (nodes) => {
    if ((spoken !== 'fr' && spoken !== 'en') || directionOfText(nodesAsText(nodes)) === 'rtl')
      return withoutLineEnds(nodes)
    return spoken === 'fr' ? frenchInlines(nodes, french) : englishInlines(nodes)
  }
  const language = languageOfTag(tag)
  const paragraph = (words: string) => {
    const nodes = [textNode(words)]
    return (isInAnotherLanguage(words, language) ? withoutLineEnds(nodes) : typeset(nodes))
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

function wordsOf(node: PhrasingContent) {
  return node.type === 'text' ? node.value : ''
}

/** True when a text is clearly in another language, and must keep its typography. */
export function isInAnotherLanguage(words: string, language: Language): boolean {
  const found = languageOfPassage(words.replace(/https?:\S+/g, ' '))
  return found !== '' && found !== 'und' && found !== language
}

/** The nodes unchanged, except that a line end becomes a space. */
export function withoutLineEnds(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'text')
      return { ...node, value: node.value.replace(/[ \t]*\r?\n[ \t]*/g, ' ') }
    return 'children' in node ? { ...node, children: withoutLineEnds(node.children) } : node
  })
}
