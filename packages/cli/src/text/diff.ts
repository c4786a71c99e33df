import { typeset } from '@cahier/core'
import type { DiffPiece } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import { paint } from '../terminal/terminal.ts'
import { wrapFor } from '../terminal/wrap.ts'

/** Visible signs for blanks that change alone. */
const SEEN: Readonly<Record<string, string>> = {
  ' ': '␣',
  '\u00A0': '⍽',
  '\u202F': '⍽',
  '\n': '↵',
  '\t': '⇥',
}
/** Unchanged characters shown around a change. */
const AROUND = 90
const LEAST = 40

/**
 * A diff in words: each passage before and after, changed words in `[[` and `]]` or in colours.
 * Empty when nothing changed.
 */
export function diffInWords(
  pieces: readonly DiffPiece[],
  { language, terminal }: Pick<Invocation, 'language' | 'terminal'>,
): string {
  const words = WORDS[language]
  const passages = changedPassages(onTheirLines(pieces))
  if (passages.length === 0) return ''
  const label = (text: string) => typeset(text, language)
  const shown = (name: string, text: string) => {
    return `${wrapFor(terminal, `  ${label(name)} ${text}`, '    ')}\n`
  }
  const blocks = passages.map(({ line, parts }) => {
    const [before, after] = (['old', 'new'] as const).map((side) =>
      textOf(parts, side, terminal),
    ) as [string, string]
    const isAdded = !/\S/.test(before)
    const isGone = !/\S/.test(after)
    const body = isAdded
      ? shown(words.added, after)
      : isGone
        ? shown(words.gone, before)
        : shown(words.before, before) + shown(words.after, after)
    return `${paint(label(words.line(line)), 'bold', terminal)}\n${body}`
  })
  const marks = [
    ...(terminal.colours ? [] : [words.legend]),
    ...(blocks.some((block) => block.includes('¶')) ? [words.paragraph] : []),
  ]
  const legend = marks.length === 0 ? '' : `${label(marks.join(' '))}\n\n`
  return `${legend}${blocks.join('\n')}\n${label(words.count(passages.length))}\n`
}

/** Moves a line end from before a new or deleted line to its end, to show whole lines. */
function onTheirLines(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const out: DiffPiece[] = []
  // Whether the first line end of this piece was moved to the one before.
  let given = false
  for (const [index, whole] of pieces.entries()) {
    const piece: DiffPiece = given
      ? { same: true, old: whole.old.slice(1), new: whole.new.slice(1) }
      : whole
    const before = out.at(-1)
    const next = pieces[index + 1]
    given = before?.same === true && isLineAdded(piece) && next?.old.startsWith('\n') === true
    if (!given || before === undefined) {
      out.push(piece)
      continue
    }
    const turned = (side: string) => (side === '' ? '' : `${side.slice(1)}\n`)
    out[out.length - 1] = { same: true, old: `${before.old}\n`, new: `${before.new}\n` }
    out.push({ same: false, old: turned(piece.old), new: turned(piece.new) })
  }
  return out.filter(({ old, new: young }) => old !== '' || young !== '')
}

function isLineAdded({ same, old, new: young }: DiffPiece): boolean {
  return !same && (old === '' || young === '') && (old + young).startsWith('\n')
}

interface Passage {
  /** First line in the old text, from 1. */
  readonly line: number
  readonly parts: readonly DiffPiece[]
}

/** The changed lines; lines that change together are one passage. */
function changedPassages(pieces: readonly DiffPiece[]): readonly Passage[] {
  const passages: Passage[] = []
  let line = 1
  let first = 1
  let parts: DiffPiece[] = []
  const close = () => {
    if (parts.some(({ same }) => !same)) passages.push({ line: first, parts })
    parts = []
    first = line
  }
  for (const piece of pieces) {
    for (const part of piece.same ? piece.old.split(/(?<=\n)/) : [piece.old]) {
      parts.push(piece.same ? { same: true, old: part, new: part } : piece)
      line += part.split('\n').length - 1
      if (piece.same && part.endsWith('\n')) close()
    }
  }
  close()
  return passages
}

function textOf(
  parts: readonly DiffPiece[],
  side: 'old' | 'new',
  terminal: Invocation['terminal'],
): string {
  const shown = parts.map((part, index) => {
    if (part.same)
      return shortened(
        part.old.replace(/(?<!\s)\s*\n\s*/g, ' '),
        index > 0,
        index < parts.length - 1,
      )
    const text =
      part.old === '' || part.new === ''
        ? part[side]
        : part[side].replace(/(?<!\s)\s*\n[ \t]*\n\s*/g, ' ¶ ')
    const isBlank = !/\S/.test(part.old + part.new)
    if (text === '' || !(isBlank || /\S/.test(text))) return oneLine(text)
    const [head, body, tail] = isBlank
      ? ['', seen(text), '']
      : [/^\s*/.exec(text)?.[0] ?? '', text.trim(), /(?<!\s)\s*$/.exec(text)?.[0] ?? '']
    const marked = terminal.colours
      ? paint(oneLine(body), side === 'old' ? 'red' : 'green', terminal)
      : `[[${oneLine(body)}]]`
    return `${oneLine(head)}${marked}${oneLine(tail)}`
  })
  return shown.join('').trim()
}

function seen(blanks: string): string {
  return [...blanks].map((sign) => SEEN[sign] ?? sign).join('')
}

function oneLine(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/g, ' ')
}

/** Shortens unchanged text far from a change, at blanks: long addresses stay whole. */
function shortened(text: string, isAfter: boolean, isBefore: boolean): string {
  const from = isAfter ? text.indexOf(' ', AROUND) : 0
  const to = isBefore ? text.lastIndexOf(' ', text.length - AROUND) + 1 : text.length
  if (from < 0 || to - from <= LEAST) return text
  return `${text.slice(0, from)}${isAfter ? ' ' : ''}…${isBefore ? ' ' : ''}${text.slice(to)}`
}

const WORDS = {
  fr: {
    legend: 'Les mots qui changent sont entre [[ et ]].',
    paragraph: '¶ commence un paragraphe.',
    line: (line: number) => `Ligne ${line}`,
    before: 'avant :',
    after: 'après :',
    added: 'ajouté :',
    gone: 'retiré :',
    count: (count: number) => (count === 1 ? 'Un passage change.' : `${count} passages changent.`),
  },
  en: {
    legend: 'The words that change are between [[ and ]].',
    paragraph: '¶ begins a paragraph.',
    line: (line: number) => `Line ${line}`,
    before: 'before:',
    after: 'after:',
    added: 'added:',
    gone: 'removed:',
    count: (count: number) => (count === 1 ? 'One passage changes.' : `${count} passages change.`),
  },
} as const
