import { randomInt } from 'node:crypto'
import { styleText } from 'node:util'
import { shownControls } from '@cahier/core/shown-controls'
import type { Terminal } from '../command.ts'

/**
 * The width and abilities of a terminal. `FORCE_COLOR` switches colours on, or off when it is 0 or
 * false. `NO_COLOR` always switches them off.
 */
export function terminalOf(
  out: NodeJS.WriteStream,
  error: NodeJS.WriteStream,
  environment: NodeJS.ProcessEnv,
): Terminal {
  const forced = environment.FORCE_COLOR
  const isWished =
    forced === undefined
      ? out.isTTY === true && environment.TERM !== 'dumb'
      : forced !== '0' && forced !== 'false'
  const colours = isWished && !environment.NO_COLOR
  const known = (out.isTTY ? out.columns : 0) || Number(environment.COLUMNS)
  return {
    width: Math.max(40, known || 80),
    wraps: known > 0,
    colours,
    progress: error.isTTY === true && environment.TERM !== 'dumb',
  }
}

/**
 * Makes text harmless for terminals and CI logs. Control characters become visible signs, except
 * the colours of `paint`. An added space disables the commands of CI logs (`::command::`).
 */
export function withoutEscapes(
  text: string,
  { colours }: Pick<Terminal, 'colours'> = { colours: false },
): string {
  const pieces = colours ? text.split(PAINTED) : [text]
  return pieces
    .map((piece, index) =>
      index % 2 === 1
        ? `\x1B[${piece}m`
        : shownControls(piece)
            .replace(/:(?<=^[^\S\n]*:)(?=:)/gm, ': ')
            .replace(/##(?=\[|vso\[)/g, '## '),
    )
    .join('')
}

let isDrawn = false

export function drawLine(line: string): void {
  process.stderr.write(`${OVER}${line}`)
  isDrawn = true
}

/** Erases the drawn line, before anything else is printed. */
export function eraseLine(): void {
  if (isDrawn) process.stderr.write(OVER)
  isDrawn = false
}

const OVER = '\r\x1B[2K'

/** Marks the colour of a text. `withoutEscapes` turns the marks into terminal escapes. */
export function paint(
  text: string,
  colour: Colour,
  { colours }: Pick<Terminal, 'colours'>,
): string {
  if (!colours) return text
  const [open = '', shut = ''] = styleText(colour, BETWEEN, { validateStream: false }).split(
    BETWEEN,
  )
  return `${open.replace('[', `[${OURS}`)}${text}${shut.replace('[', `[${OURS}`)}`
}

type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue'

const BETWEEN = '\0'

/** Part of each colour mark. Random, so that no text can contain a mark. */
const OURS = String(randomInt(10_000, 100_000))
const PAINTED = new RegExp(`\\x1B\\[${OURS}(\\d{1,2})m`)

/** Wraps text at ordinary spaces to `width` columns. Lines after a wrap begin with `indent`. */
export function wrap(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width, indent))
    .join('\n')
}

/** Wraps text to the width of the terminal, if that width is known. */
export function wrapFor(
  { wraps, width }: Pick<Terminal, 'wraps' | 'width'>,
  text: string,
  indent = '',
): string {
  return wraps ? wrap(text, width, indent) : text
}

function wrapLine(text: string, width: number, indent: string) {
  const lines: string[] = []
  for (const word of text.split(BREAKS)) {
    const last = lines.at(-1)
    if (last !== undefined && columns(last) + 1 + columns(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(last === undefined ? word : `${indent}${word}`)
  }
  return lines.join('\n')
}

// Spaces where a line may end: not before French punctuation, and not after `«`.
const BREAKS = /(?<!«) (?=[^\s])(?![:;!?»][:;!?».,)]*(?: |$))/

// Colours and combining accents take no column. Messages have no wide characters.
function columns(text: string) {
  return [...text.replace(/\x1B\[\d+m|\p{M}/gu, '')].length
}
