import { randomInt } from 'node:crypto'
import { styleText } from 'node:util'
import { shownControls } from '@cahier/core/shown-controls'
import type { Terminal } from '../command.ts'

/**
 * What the terminal supports. `FORCE_COLOR` forces colours unless it is 0 or false; `NO_COLOR`
 * (no-color.org) disables them and wins.
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
 * Makes text harmless for terminals and forges: control characters are replaced by visible signs
 * (colours of `paint` stay), and workflow commands (`::command::`, `##[command]`, `##vso[command]`)
 * are broken up.
 */
export function withoutEscapes(text: string, { colours }: Pick<Terminal, 'colours'>): string {
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

/** Draws a line on standard error, over the previous one. */
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

/**
 * Colours a text if the terminal has colours. `withoutEscapes` turns its marks into real escapes.
 */
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

/** Random, so that no text from outside can contain our colours. */
const OURS = String(randomInt(10_000, 100_000))
const PAINTED = new RegExp(`\\x1B\\[${OURS}(\\d{1,2})m`)
