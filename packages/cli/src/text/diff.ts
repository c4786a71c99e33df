import { typeset } from '@cahier/core'
import type { DiffPiece } from '@cahier/prose'
import { type Invocation, inBothLanguages } from '../command.ts'
import { paint, wrapFor } from '../terminal/terminal.ts'
import { changedPassages, visibleBlanks } from './changed-lines.ts'

/** Unchanged characters shown around a change. */
const AROUND = 90
/** A cut must leave out more unchanged characters than this. */
const LEAST = 40

/** The changed lines, before and after; `''` if none. Changed words are coloured, or in `[[ ]]`. */
export function diffInWords(
  pieces: readonly DiffPiece[],
  { language, terminal }: Invocation,
): string {
  const words = WORDS[language]
  const passages = changedPassages(onTheirLines(pieces))
  if (passages.length === 0) return ''
  const label = (text: string) => typeset(text, language)
  const blocks = passages.map(({ line, parts }) => {
    const before = textOf(parts, 'old', terminal)
    const after = textOf(parts, 'new', terminal)
    const [isAdded, isGone] = [!/\S/.test(before), !/\S/.test(after)]
    const side = (name: string, text: string) =>
      wrapFor(terminal, `  ${label(name)} ${text}`, '    ')
    return [
      paint(label(words.line(line)), 'bold', terminal),
      ...(isAdded ? [] : [side(isGone ? words.gone : words.before, before)]),
      ...(isGone && !isAdded ? [] : [side(isAdded ? words.added : words.after, after)]),
      '',
    ].join('\n')
  })
  const legend = [
    ...(terminal.colours ? [] : [words.legend]),
    ...(blocks.some((block) => block.includes('¶')) ? [words.paragraph] : []),
  ].join(' ')
  return `${legend && `${label(legend)}\n\n`}${blocks.join('\n')}\n${label(words.count(passages.length))}\n`
}

/** When a whole line is added or deleted, moves its line break from its start to its end. */
function onTheirLines(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const moved = pieces.map(({ same, old, new: young }) => ({ same, old, new: young }))
  for (const [index, piece] of moved.entries()) {
    const [before, next] = [moved[index - 1], moved[index + 1]]
    const isLine =
      !piece.same && (piece.old === '' || piece.new === '') && /^\n/.test(piece.old + piece.new)
    if (!isLine || before?.same !== true || next?.old.startsWith('\n') !== true) continue
    for (const side of ['old', 'new'] as const) {
      before[side] += '\n'
      if (piece[side] !== '') piece[side] = `${piece[side].slice(1)}\n`
      next[side] = next[side].slice(1)
    }
  }
  return moved.filter(({ old, new: young }) => old + young !== '')
}

function textOf(
  parts: readonly DiffPiece[],
  side: 'old' | 'new',
  terminal: Invocation['terminal'],
): string {
  const shown = parts.map((part, index) => {
    if (part.same) return shortened(oneLine(part.old), index > 0, index < parts.length - 1)
    const isReplaced = part.old !== '' && part.new !== ''
    const text = isReplaced ? part[side].replace(/(?<!\s)\s*\n[ \t]*\n\s*/g, ' ¶ ') : part[side]
    const isBlank = !/\S/.test(part.old + part.new)
    const body = isBlank ? visibleBlanks(text) : text.trim()
    if (body === '') return oneLine(text)
    const head = isBlank ? '' : text.slice(0, text.length - text.trimStart().length)
    const tail = isBlank ? '' : text.slice(text.trimEnd().length)
    const marked = terminal.colours
      ? paint(oneLine(body), side === 'old' ? 'red' : 'green', terminal)
      : `[[${oneLine(body)}]]`
    return `${oneLine(head)}${marked}${oneLine(tail)}`
  })
  return shown.join('').trim()
}

function oneLine(text: string) {
  return text.replace(/(?<!\s)\s*\n\s*/g, ' ')
}

/** Cuts unchanged text at spaces, so that long addresses stay complete. */
function shortened(text: string, isAfter: boolean, isBefore: boolean) {
  const from = isAfter ? text.indexOf(' ', AROUND) : 0
  const to = isBefore ? text.lastIndexOf(' ', text.length - AROUND) + 1 : text.length
  if (from < 0 || to - from <= LEAST) return text
  return `${text.slice(0, from)}${isAfter ? ' ' : ''}…${isBefore ? ' ' : ''}${text.slice(to)}`
}

const WORDS = inBothLanguages(
  {
    legend: 'Les mots qui changent sont entre [[ et ]].',
    paragraph: '¶ commence un paragraphe.',
    line: (line: number) => `Ligne ${line}`,
    before: 'avant :',
    after: 'après :',
    added: 'ajouté :',
    gone: 'retiré :',
    count: (count: number) => (count === 1 ? 'Un passage change.' : `${count} passages changent.`),
  },
  {
    legend: 'The words that change are between [[ and ]].',
    paragraph: '¶ begins a paragraph.',
    line: (line) => `Line ${line}`,
    before: 'before:',
    after: 'after:',
    added: 'added:',
    gone: 'removed:',
    count: (count) => (count === 1 ? 'One passage changes.' : `${count} passages change.`),
  },
)
