import type { Chapter } from '../../edition/chapter.ts'
import type { Edition } from '../../edition/edition.ts'
import type { Measure } from '../../edition/measure.ts'
import { type FlowNode, type InlineNode, nodesAsText } from '../../edition/nodes.ts'
import { blockId } from '../../markup/page.ts'
import { chapterPath, measurePath } from '../site-pages.ts'
import type { Reference } from './index-entry.ts'

/** The words of a block, where it stands, and the page that it stands on. */
export interface PrintedText {
  readonly text: string
  readonly at: Reference
  readonly page: Reference
  /** The axis it belongs to; `null` in a book. */
  readonly axis: Reference | null
  /** Its rank in print order. */
  readonly rank: number
}

/**
 * Every text that can be searched, in print order: titles go with the block after them; notes and
 * titles of sources are left out.
 */
export function printedTexts({ chapters, words }: Edition): PrintedText[] {
  return chapters
    .flatMap((chapter) => {
      const page = chapterPage(chapter, words)
      const axis = isBook(chapter) ? null : page
      const measures = chapter.measures.flatMap((measure) => measureTexts(measure, chapter))
      return [...chapterTexts(chapter, page), ...measures].map((text) => ({ ...text, axis }))
    })
    .map((text, rank) => ({ ...text, rank }))
}

function isBook({ introduction }: Chapter): boolean {
  return introduction.some(isNumbered)
}

function chapterPage(chapter: Chapter, words: Edition['words']): Reference {
  const label = isBook(chapter)
    ? `§${chapter.number}`
    : `${words.axis.toLowerCase()} ${chapter.number}`
  return { label: chapter.number === 0 ? chapter.title : label, address: chapterPath(chapter.id) }
}

type Located = Pick<PrintedText, 'text' | 'at' | 'page'>

function chapterTexts(chapter: Chapter, page: Reference): Located[] {
  const texts = textsOf(chapter.introduction, '', `${chapter.title} ${chapter.question} `)
  return texts.map((text) => located(text, page))
}

function measureTexts(measure: Measure, chapter: Chapter): Located[] {
  const page = { label: `§${measure.number}`, address: measurePath(chapter.id, measure.id) }
  const texts = [
    {
      number: measure.summary.number,
      text: `${measure.title} ${nodesAsText(measure.summary.nodes)}`,
    },
    ...measure.sections.flatMap((section) =>
      textsOf(section.nodes, '', `${section.normative ? '' : section.title} `),
    ),
    ...measure.requests.map((request) => ({
      number: request.number,
      text: nodesAsText(request.nodes),
    })),
  ]
  return texts.map((text) => located(text, page))
}

interface Numbered {
  readonly number: string
  readonly text: string
}

function located({ number, text }: Numbered, page: Reference): Located {
  return {
    text,
    page,
    at:
      number === '' ? page : { label: `§${number}`, address: `${page.address}#${blockId(number)}` },
  }
}

// `before` waits for the next block: a heading has no number of its own.
function textsOf(nodes: readonly FlowNode[], within: string, before = ''): Numbered[] {
  const texts: Numbered[] = []
  let waiting = before
  for (const node of nodes) {
    const number = node.data?.number || within
    if (node.type === 'heading') {
      waiting += `${nodesAsText(node.children)} `
      continue
    }
    const own =
      'children' in node && holdsBlocks(node)
        ? textsOf(node.children as FlowNode[], number)
        : [{ number, text: wordsOf(node) }]
    for (const one of own) {
      texts.push({ ...one, text: waiting + one.text })
      waiting = ''
    }
  }
  return waiting.trim() === '' ? texts : [...texts, { number: within, text: waiting }]
}

function holdsBlocks({ type }: FlowNode): boolean {
  return type === 'list' || type === 'listItem' || type === 'blockquote'
}

function wordsOf(node: FlowNode): string {
  if (node.type === 'code') return ''
  if (node.type !== 'table') return nodesAsText([node])
  return node.children
    .flatMap((row) => row.children.map((cell) => nodesAsText(cell.children as InlineNode[])))
    .join(' ')
}

function isNumbered(node: FlowNode): boolean {
  return (
    Boolean(node.data?.number) ||
    ('children' in node && (node.children as FlowNode[]).some(isNumbered))
  )
}
