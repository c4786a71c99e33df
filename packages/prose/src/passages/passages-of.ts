import type { Heading, Nodes, Paragraph, PhrasingContent, Root, TableCell } from 'mdast'
import { countWhile } from '../bisect.ts'
import type { Span } from '../span.ts'
import type { Passage } from './passage.ts'
import { type Prose, proseOf } from './prose.ts'
import { OBJECT, proseOnly, protectedInSource } from './protected-stretches.ts'
import type { SignKinds } from './sign-kinds.ts'
import { writtenUnits } from './written-units.ts'

/**
 * The paragraphs, headings and table cells of a Markdown tree, at any depth, in reading order.
 * `source` is the parsed text. U+FFFC (`OBJECT`) replaces code, protected text, and words not in
 * `language`.
 */
export function passagesOf(tree: Root, source: string, language = 'fr'): readonly Passage[] {
  const passages: Passage[] = []
  addPassages(tree, source, language, protectedInSource(source), passages)
  return passages
}

function addPassages(
  node: Nodes,
  source: string,
  language: string,
  kept: readonly Span[],
  passages: Passage[],
) {
  const kind = KINDS[node.type]
  if (kind !== undefined)
    passages.push(new BlockPassage(node as Block, kind, source, language, beside(kept, node)))
  else if ('children' in node)
    for (const child of node.children) addPassages(child, source, language, kept, passages)
}

function beside(kept: readonly Span[], { position }: Nodes) {
  const from = position?.start.offset ?? 0
  const to = position?.end.offset ?? 0
  const first = countWhile(kept, ({ end }) => end <= from)
  const last = countWhile(kept, ({ start }) => start < to)
  return kept.slice(first, last)
}

/** The offsets `starts`, with -1 for each unit of `text` that is `OBJECT`. */
export function changeableStarts(starts: readonly number[], text: string): readonly number[] {
  return text.includes(OBJECT)
    ? starts.map((start, unit) => (text[unit] === OBJECT ? -1 : start))
    : starts
}

type Block = Paragraph | Heading | TableCell

const KINDS: Readonly<Record<string, Passage['kind'] | undefined>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  tableCell: 'cell',
}

// A class, since accessors of object literals are slow. Places are computed on demand.
class BlockPassage implements Passage {
  readonly pointer = ''
  readonly prose: Prose
  readonly written: string
  readonly text: string
  readonly signs: SignKinds
  readonly start: number
  readonly end: number
  private places: Places | null = null

  constructor(
    readonly node: Block,
    readonly kind: Passage['kind'],
    private readonly source: string,
    private readonly language: string,
    kept: readonly Span[],
  ) {
    const written = readInline(node, source, language)
    this.prose =
      kept.length === 0
        ? proseOf(written)
        : proseOf(written, proseOnly(withoutKept(node, source, language, written, kept)))
    this.written = written
    this.text = this.prose.text
    this.signs = this.prose.signs
    this.start = node.position?.start.offset ?? 0
    this.end = node.position?.end.offset ?? 0
  }

  get starts(): readonly number[] {
    return this.placesOnce().starts
  }

  get gaps(): ReadonlyMap<number, number> {
    return this.placesOnce().gaps
  }

  get escapes(): ReadonlyMap<number, number> {
    return this.placesOnce().escapes
  }

  private placesOnce(): Places {
    this.places ??= placesIn(this.node, this.source, this.language, this.text)
    return this.places
  }
}

function withoutKept(
  node: Block,
  source: string,
  language: string,
  written: string,
  kept: readonly Span[],
) {
  const { starts } = placesIn(node, source, language, '')
  let next = 0
  return starts
    .map((place, unit) => {
      while (next < kept.length && place >= (kept[next] as Span).end) next++
      return place >= (kept[next]?.start ?? Number.POSITIVE_INFINITY) ? OBJECT : written[unit]
    })
    .join('')
}

interface Places {
  readonly starts: readonly number[]
  readonly gaps: Map<number, number>
  readonly escapes: Map<number, number>
}

interface Gathered extends Places {
  readonly starts: number[]
}

function placesIn(node: Block, source: string, language: string, text: string) {
  const starts: number[] = []
  const gaps = new Map<number, number>()
  const escapes = new Map<number, number>()
  readInline(node, source, language, { starts, gaps, escapes })
  return { starts: changeableStarts(starts, text), gaps, escapes }
}

/** `places` receives the source offset of each UTF-16 unit. */
function readInline(node: Block, source: string, language: string, places: Gathered | null = null) {
  const [only] = node.children
  if (places === null && only?.type === 'text' && node.children.length === 1)
    return withPlainEnds(only.value)
  const reader = new InlineReader(source, language, places)
  for (const child of node.children) reader.visit(child, false)
  return reader.text
}

class InlineReader {
  text = ''
  /** The open tags whose words are code or in another language. */
  private readonly foreign: string[] = []

  constructor(
    private readonly source: string,
    private readonly language: string,
    private readonly places: Gathered | null,
  ) {}

  visit(child: PhrasingContent, isKept: boolean): void {
    const gaps =
      child.type === 'text' || child.type === 'break' ? null : (this.places?.gaps ?? null)
    if (gaps !== null && !gaps.has(this.text.length))
      gaps.set(this.text.length, child.position?.start.offset ?? 0)
    this.read(child, isKept)
    if (gaps !== null) gaps.set(this.text.length, child.position?.end.offset ?? 0)
  }

  private read(child: PhrasingContent, isKept: boolean): void {
    if (child.type === 'html') {
      followTag(child.value, this.foreign, this.language)
      this.add(OBJECT)
    } else if (child.type === 'text' && this.foreign.length > 0) this.add(OBJECT)
    else if (child.type === 'text') {
      const value = withPlainEnds(child.value)
      if (this.places === null || isKept) this.add(value)
      else {
        const { start, end } = child.position ?? {}
        this.text += value
        const escaped = new Map<number, number>()
        const first = this.places.starts.length
        for (const place of writtenUnits(
          value,
          this.source,
          start?.offset ?? 0,
          end?.offset ?? 0,
          'markdown',
          escaped,
        ))
          this.places.starts.push(place)
        for (const [unit, place] of escaped) this.places.escapes.set(first + unit, place)
      }
    } else if (child.type === 'break') this.add('\n')
    else if (!('children' in child) || isAddress(child, this.source)) this.add(OBJECT)
    // The text of a short link reference is also its name, and may not be changed.
    else
      for (const inner of child.children)
        this.visit(
          inner,
          isKept || (child.type === 'linkReference' && child.referenceType !== 'full'),
        )
  }

  private add(words: string): void {
    this.text += words
    if (this.places !== null)
      for (let unit = 0; unit < words.length; unit++) this.places.starts.push(-1)
  }
}

function withPlainEnds(value: string) {
  return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value
}

// True for an address in `<>`, or as the text of its own link.
function isAddress(node: PhrasingContent, source: string) {
  if (node.type !== 'link') return false
  const [only] = node.children
  return (
    source[node.position?.start.offset ?? 0] === '<' ||
    (only?.type === 'text' && ADDRESS.test(only.value) && node.children.length === 1)
  )
}

const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/

const CODE_TAGS = new Set([
  'code',
  'pre',
  'kbd',
  'samp',
  'var',
  'script',
  'style',
  'math',
  'svg',
  'tt',
])

function followTag(html: string, foreign: string[], language: string) {
  const [, slash, name = ''] = /^<(\/?)([a-zA-Z][a-zA-Z\d-]*)/.exec(html) ?? []
  const tag = name.toLowerCase()
  if (tag === '') return
  if (slash === '/') {
    const at = foreign.lastIndexOf(tag)
    if (at >= 0) foreign.length = at
  } else if (!html.endsWith('/>')) {
    const lang = /\slang\s*=\s*["']?([a-zA-Z-]+)/i.exec(html)?.[1]
    if (
      CODE_TAGS.has(tag) ||
      (lang !== undefined && lang.slice(0, 2).toLowerCase() !== language.slice(0, 2)) ||
      (foreign.includes(tag) && lang === undefined)
    )
      foreign.push(tag)
  }
}
