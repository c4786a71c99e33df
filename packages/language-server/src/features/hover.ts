import { type Document, folderOf, type Language, type Programme, stemOf } from '@cahier/core'
import type { Span } from '@cahier/prose'
import type { Asked } from '../asked.ts'
import { descriptionIn, schemasAt, titleIn } from '../completion/schema-at.ts'
import { valuesIn } from '../completion/yaml-completions.ts'
import { about } from '../in-words/about.ts'
import { digestInWords } from '../in-words/digest-in-words.ts'
import { paragraphs } from '../in-words/markdown.ts'
import { nameAt } from '../names/name-uses.ts'
import { spanOf } from '../span-of.ts'

/** What is told of the stretch under the pointer, as Markdown. */
export interface Hovered extends Span {
  readonly markdown: string
}

/**
 * What there is to know of what stands at an offset: what it names, what a digest is of, what a key
 * is for.
 */
export function hover(
  { programme, document, day, language }: Asked,
  offset: number,
): Hovered | null {
  const key = keyAt(document, offset, language)
  const digest = digestAt(document, offset, programme, language)
  if (digest !== null) return digest
  const use = nameAt(document, programme, offset)
  const told = use === null ? '' : about(use, programme, day, language)
  if (use !== null && told !== '') return { start: use.start, end: use.end, markdown: told }
  return key ?? valueAt(document, offset, language)
}

// One of the few words that may stand there: what it means.
function valueAt(
  { kind, places, text }: Document,
  offset: number,
  language: Language,
): Hovered | null {
  for (const [pointer, { value }] of Object.entries(places)) {
    const { start, end } = spanOf(value)
    if (offset < start || offset > end) continue
    const titles = schemasAt(kind, pointer).map(
      (node) =>
        valuesIn(node, language).find(([word]) => word === text.slice(start, end))?.[1] ?? '',
    )
    const title = titles.find((one) => one !== '')
    if (title !== undefined) return { start, end, markdown: `**${title}**` }
  }
  return null
}

function keyAt(document: Document, offset: number, language: Language): Hovered | null {
  for (const [pointer, { key }] of Object.entries(document.places)) {
    if (key === null || offset < key.start.offset || offset > key.end.offset) continue
    const nodes = schemasAt(document.kind, pointer)
    const title = nodes.map((node) => titleIn(node.title, language)).find((one) => one !== '') ?? ''
    const description =
      nodes.map((node) => descriptionIn(node.description, language)).find((one) => one !== '') ?? ''
    const markdown = paragraphs(title === '' ? '' : `**${title}**`, description)
    if (markdown !== '') return { ...spanOf(key), markdown }
  }
  return null
}

function digestAt(
  document: Document,
  offset: number,
  programme: Programme,
  language: Language,
): Hovered | null {
  for (const match of document.text.matchAll(/v1-[0-9a-f]{64}/g)) {
    const { index } = match
    if (index > offset) return null
    if (offset > index + match[0].length) continue
    const about =
      document.kind === 'positions'
        ? proposalAround(document, index)
        : document.kind === 'amendment'
          ? folderOf(document.path)
          : stemOf(document.path)
    return {
      start: index,
      end: index + match[0].length,
      markdown: digestInWords(match[0], about, programme, language),
    }
  }
  return null
}

/** The proposal whose stance holds an offset. */
function proposalAround(document: Document, offset: number): string {
  const found = Object.entries(document.places).find(
    ([pointer, { value }]) =>
      /^\/positions\/[^/]+$/.test(pointer) &&
      value.start.offset <= offset &&
      offset <= value.end.offset,
  )
  return found?.[0].split('/').at(-1) ?? ''
}
