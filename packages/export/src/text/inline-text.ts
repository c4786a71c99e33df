import type { Edition } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import type { CrossTarget, InlineNode } from '../edition/nodes.ts'

/** Inline nodes as plain text: note calls in brackets, addresses after links, no emphasis. */
export function inlineText(nodes: readonly InlineNode[], edition: Edition): string {
  return nodes.map((node) => textOf(node, edition)).join('')
}

function textOf(node: InlineNode, edition: Edition): string {
  const { words, language } = edition
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value.replace(/\s*\n\s*/g, ' ')
    case 'break':
      return '\n'
    case 'noteCall':
      return `[${node.number}]`
    case 'image':
      return imageInWords(node.alt ?? '', node.title ?? '', edition)
    case 'delete':
    case 'deletion':
      return inBrackets(labelled(words.struckOut, language), inlineText(node.children, edition))
    case 'insertion':
      return inBrackets(labelled(words.inserted, language), inlineText(node.children, edition))
    case 'link':
      return withAddress(inlineText(node.children, edition), node.url)
    case 'crossReference':
      return withPlace(inlineText(node.children, edition), node.target, edition)
    default:
      return 'children' in node ? inlineText(node.children, edition) : ''
  }
}

// Outer spaces stay outside the brackets.
function inBrackets(label: string, text: string): string {
  const [, before = '', inner = '', after = ''] = /^( *)(?! )(.*?)(?<! )( *)$/s.exec(text) ?? []
  return inner === '' ? `[${label} ${text}]` : `${before}[${label} ${inner}]${after}`
}

function imageInWords(alt: string, title: string, { words, language }: Edition): string {
  if (alt === '' && title === '') return ''
  return `[${alt === '' ? words.image : `${labelled(words.image, language)} ${alt}`}] ${title}`.trimEnd()
}

function withAddress(words: string, url: string): string {
  const address = url.replace(/^mailto:/i, '')
  return words === address ? words : `${words} <${address}>`
}

// Adds the number of the target, unless the label has it or the target is a work.
function withPlace(label: string, target: CrossTarget, { chapters, words }: Edition): string {
  if (target.kind === 'work' || label.includes('§')) return label
  const chapter =
    target.kind === 'measure' ? undefined : chapters.find(({ id }) => id === target.id)
  if (chapter !== undefined) return `${label} (${words.axis.toLowerCase()}\u00A0${chapter.number})`
  const measure = chapters.flatMap(({ measures }) => measures).find(({ id }) => id === target.id)
  return measure === undefined ? label : `${label} (§${measure.number})`
}
