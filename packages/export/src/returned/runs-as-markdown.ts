import { parseMarkdown, passagesOf, proseAsMarkdown } from '@cahier/prose'
import type { Nodes } from 'mdast'
import type { Format, Run } from './document/odt-styles.ts'
import { asShown, comparedWords } from './text-change.ts'

/** A paragraph as Markdown; null without formats, or if Markdown cannot express them. */
export function runsAsMarkdown(text: string, runs: readonly Run[]): string | null {
  const pieces = piecesOf(text, runs)
  if (!pieces.some(({ text: wording, ...format }) => wording.trim() !== '' && hasMarks(format)))
    return null
  const markdown = markdownOf(pieces)
  const [paragraph, ...others] = parseMarkdown(markdown).children
  const read =
    paragraph?.type === 'paragraph' && others.length === 0 ? piecesIn(paragraph, PLAIN) : []
  return JSON.stringify(compared(read)) === JSON.stringify(compared(pieces)) ? markdown : null
}

/**
 * The words whose format is lost. `isFormatted` is true when bold, italics and links are kept.
 * `isPlain` is true where bold and italics do not matter, as in headings and tables.
 */
export function lostMarks(
  { text, runs }: { text: string; runs: readonly Run[] },
  isFormatted: boolean,
  isPlain: boolean,
): readonly string[] {
  const lost: { start: number; end: number }[] = []
  for (const { start, end, strong, emphasis, struck, link, lostLink } of runs) {
    const isLost =
      lostLink ||
      struck ||
      (!isFormatted && (link !== undefined || (!isPlain && (strong || emphasis))))
    const last = lost.at(-1)
    if (isLost && last?.end === start) last.end = end
    else if (isLost) lost.push({ start, end })
  }
  return lost
    .map(({ start, end }) => asShown(text.slice(start, end)))
    .filter((words) => words !== '')
}

export function wordsOfMarkdown(markdown: string): string {
  return passagesOf(parseMarkdown(markdown), markdown)
    .map((passage) => passage.written)
    .join('')
}

type Marks = Required<Pick<Format, 'strong' | 'emphasis' | 'link'>>

interface Piece extends Marks {
  readonly text: string
}

const PLAIN: Marks = { strong: false, emphasis: false, link: '' }

function hasMarks({ strong, emphasis, link }: Marks) {
  return strong || emphasis || link !== ''
}

function piecesOf(text: string, runs: readonly Run[]): readonly Piece[] {
  let at = 0
  const upTo = (end: number, { strong = false, emphasis = false, link = '' }: Format): Piece => {
    const piece = { text: shownPart(text.slice(at, end)), strong, emphasis, link }
    at = end
    return piece
  }
  return joined([
    ...runs.flatMap((run) => [upTo(run.start, PLAIN), upTo(run.end, run)]),
    upTo(text.length, PLAIN),
  ])
}

function shownPart(text: string) {
  const [before, words, after] = cutBlanks(text)
  return before + asShown(words) + after
}

function cutBlanks(text: string): readonly [before: string, words: string, after: string] {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return [before, words, after]
}

function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces.filter(({ text }) => text !== '')) {
    const last = whole.at(-1)
    if (
      last?.strong === piece.strong &&
      last.emphasis === piece.emphasis &&
      last.link === piece.link
    )
      whole[whole.length - 1] = { ...last, text: last.text + piece.text }
    else whole.push(piece)
  }
  return whole
}

/** Signs of bold and italics must touch the words, so the blanks stay outside. */
function markdownOf(pieces: readonly Piece[]): string {
  const written = pieces.map(({ link, text, strong, emphasis }, index) => {
    const [before, wording, after] = cutBlanks(text)
    const mark = (strong ? '**' : '') + (emphasis ? '*' : '')
    const words =
      wording && mark + proseAsMarkdown(wording, index === 0 ? 'start' : 'inside') + mark
    const opens = link !== '' && pieces[index - 1]?.link !== link
    const closes = link !== '' && pieces[index + 1]?.link !== link
    if (link === text && opens && closes && mark === '') return `<${link}>`
    const end = `](${/[()]/.test(link) ? `<${link}>` : link})`
    return onOneLine(before) + (opens ? '[' : '') + words + (closes ? end : '') + onOneLine(after)
  })
  return written.join('').trim()
}

function onOneLine(blanks: string) {
  return blanks.includes('\n') ? ' ' : blanks
}

function piecesIn(node: Nodes, format: Marks): Piece[] {
  if (node.type === 'text') return [{ text: node.value, ...format }]
  const own = {
    strong: format.strong || node.type === 'strong',
    emphasis: format.emphasis || node.type === 'emphasis',
    link: node.type === 'link' ? node.url : format.link,
  }
  return 'children' in node ? node.children.flatMap((child) => piecesIn(child, own)) : []
}

function compared(pieces: readonly Piece[]) {
  return joined(pieces.map((piece) => ({ ...piece, text: comparedWords(piece.text) })))
}
