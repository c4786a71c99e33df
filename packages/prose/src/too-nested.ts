import type { Root } from 'mdast'
import { DEEPEST, signsIn, type TextSigns } from './signs-in.ts'
import type { Span } from './span.ts'

/** Where begins the first block that `parseMarkdown` reads as plain text because of its nesting; `null` when there is none. */
export function tooNested(text: string): number | null {
  return crowdedBlocks(text)[0]?.start ?? null
}

/** What `tooNested` said of the text of a tree when it was parsed. */
export function nestedIn(tree: Root): number | null {
  return nested.get(tree) ?? null
}

/** Keeps beside a tree what `nestedIn` gives of it. */
export function noteNested(tree: Root, [first]: readonly Span[]): void {
  if (first !== undefined) nested.set(tree, first.start)
}

const nested = new WeakMap<Root, number>()

/**
 * The runs of lines that would make the parser slow or the tree deeper than a stack: a line inside more than 100 quotes and lists, or
 * a block with more than 2000 characters that may open a link, an emphasis or raw HTML (an image counts for ten), or that may close a
 * link. Linear.
 */
export function crowdedBlocks(text: string, { marks, isDeep }: TextSigns = signsIn(text)): readonly Span[] {
  if (marks <= MOST_MARKS && !isDeep) return []
  const found: Span[] = []
  let start = 0
  let end = 0
  let crowd = 0
  let closing = 0
  const close = () => {
    if (crowd > MOST_MARKS || closing > MOST_MARKS) found.push({ start, end })
    crowd = 0
    closing = 0
  }
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const follows = /^(?:\r\n|\r|\n)$/.test(text.slice(end, Math.min(index, end + 3)))
    const deep = !RULER.test(line) && depthOf(line) > DEEPEST
    if (!follows || BLANK.test(line) || OPENS_BLOCK.test(line)) {
      close()
      start = index
    }
    end = index + line.length
    closing += line.split(']').length - 1
    crowd += deep ? MOST_MARKS + 1 : RULER.test(line) ? 0 : marksIn(line)
  }
  close()
  return found
}

const MOST_MARKS = 2000

const RULER = /^(?:[\s-]+|[\s*]+|[\s_]+)$/
const BLANK = /^[\s>]*$/
const OPENS_BLOCK = /^ {0,3}(?:[-+*]|#{1,6})[ \t]/

/** How many quotes and list items a line opens or continues; what it is indented by counts for as many as it could continue. */
function depthOf(line: string): number {
  const marker = /([ \t]*)(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y
  let depth = 0
  for (let match = marker.exec(line); match !== null; match = marker.exec(line)) depth += 1 + ((match[1] as string).length >> 1)
  return depth
}

function marksIn(line: string): number {
  let marks = 0
  for (const [mark] of line.matchAll(/!\[|[[*_~<]/g)) marks += mark === '![' ? 10 : 1
  return marks
}
