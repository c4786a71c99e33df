import { fenceAfter, type Line } from './book-lines.ts'
import { type TemplateTag, templateTag } from './template-tag.ts'
import { betweenTags, tagAlone } from './template-writing.ts'

/** A tag that prints nothing, and where its line stands in the file. */
export interface LeftTag {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Whether a text may hold tags of templates at all. */
export const TEMPLATE_TAGS: RegExp = /^[ \t]*(?:\{(?:\{[<%#]|%)|::[a-z]|import .*['"]|-+8<-)/im

/**
 * Writes as Markdown what the tags of site builders say, each alone on its line: quotations under a
 * head, code, pictures, addresses. What stands between two other tags stays, the tags go, and those
 * that would have brought something in are said to have gone.
 */
export function writeTemplates(lines: readonly Line[]): {
  readonly lines: readonly Line[]
  readonly left: readonly LeftTag[]
} {
  const left: LeftTag[] = []
  return lines.some(({ text }) => TEMPLATE_TAGS.test(text))
    ? { lines: written(lines, DEEPEST, left), left }
    : { lines, left }
}

/**
 * Where code stands between two tags: for the line of each that opens some, that of the one that
 * closes it.
 */
export function taggedCode(lines: readonly Line[]): ReadonlyMap<number, number> {
  if (!lines.some(({ text }) => TEMPLATE_TAGS.test(text))) return new Map()
  const tags = tagsIn(lines)
  return new Map(
    [...closingsIn(tags)].filter(([at]) => betweenTags(tags.get(at) as TemplateTag).as === 'code'),
  )
}

/** Tags inside one another; what is deeper stays as it was written. */
const DEEPEST = 8

function written(lines: readonly Line[], depth: number, left: LeftTag[]): Line[] {
  if (depth === 0) return [...lines]
  const tags = tagsIn(lines)
  const closings = closingsIn(tags)
  const all: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const tag = tags.get(at)
    const last = closings.get(at)
    if (tag === undefined) all.push(line)
    else if (last === undefined) {
      const said = tag.isClosing ? '' : tagAlone(tag)
      if (said === '' && !tag.isClosing && !SILENT.has(tag.name))
        left.push({ name: tag.name, start: line.start, end: line.start + line.length })
      all.push({ ...line, text: said === '' ? '' : ' '.repeat(tag.indent) + said })
    } else {
      const inside = between(tag, line, lines.slice(at + 1, last), lines[last] as Line, (theirs) =>
        written(theirs, depth - 1, left),
      )
      for (const one of inside) all.push(one)
      at = last
    }
  }
  return all
}

/** Tags that ask for what paper has already, or for nothing that is seen. */
const SILENT: ReadonlySet<string> = new Set([
  'toc',
  'import',
  'raw',
  'comment',
  'break',
  'br',
  'clear',
  'assign',
  'capture',
])

function between(
  tag: TemplateTag,
  opening: Line,
  inside: readonly Line[],
  closing: Line,
  deeper: (inside: readonly Line[]) => Line[],
): Line[] {
  const writing = betweenTags(tag)
  const margin = ' '.repeat(tag.indent)
  const [first, end] = [
    { ...opening, text: '' },
    { ...closing, text: '' },
  ]
  if (writing.as === 'nothing') return [first, end]
  if (writing.as === 'code' && !inside.some(({ text }) => fenceAfter(text, '') !== '')) {
    return [
      { ...opening, text: `${margin}~~~~${writing.language}` },
      ...inside,
      { ...closing, text: `${margin}~~~~` },
    ]
  }
  if (writing.as !== 'quotation') return [first, ...deeper(inside), end]
  const quote = (line: Line): Line => {
    const rest = line.text.slice(/^ */.exec(line.text)?.[0].slice(0, tag.indent).length ?? 0)
    return { ...line, text: `${margin}> ${rest}`, from: line.from - 2 }
  }
  const head = { ...opening, text: `${margin}> ${writing.head}` }
  return [head, { ...opening, text: `${margin}>` }, ...deeper(inside).map(quote), end]
}

/** The lines that are tags, code that shows some apart. */
function tagsIn(lines: readonly Line[]): ReadonlyMap<number, TemplateTag> {
  const tags = new Map<number, TemplateTag>()
  /** The lines that what comes next may stand under, each indented more than the one before. */
  const above: { readonly indent: number; readonly isItem: boolean }[] = []
  let fence = ''
  lines.forEach(({ text }, at) => {
    fence = fenceAfter(text, fence)
    const indent = text.search(/\S/)
    if (indent < 0) return
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop()
    const tag = fence === '' ? templateTag(text) : null
    // What is indented so far is part of a list, or code.
    if (tag !== null && (tag.indent < 4 || above.at(-1)?.isItem === true)) tags.set(at, tag)
    above.push({ indent, isItem: /^ *(?:[-*+]|\d{1,9}[.)]) /.test(text) })
  })
  return tags
}

/** For each tag that opens, the line of the one that closes it, where there is one. */
function closingsIn(tags: ReadonlyMap<number, TemplateTag>): ReadonlyMap<number, number> {
  const closings = new Map<number, number>()
  const open: [string, number][] = []
  for (const [at, { name, isClosing }] of tags) {
    if (!isClosing) {
      open.push([name, at])
      continue
    }
    const opener = open.findLastIndex(([other]) => other === name)
    if (opener < 0) continue
    closings.set(open[opener]?.[1] ?? at, at)
    open.length = opener
  }
  return closings
}
