import { randomInt } from 'node:crypto'
import { styleText } from 'node:util'
import { shownControls } from '@cahier/core/shown-controls'
import type { Terminal } from '../command.ts'

/**
 * What the outside lets us draw: colours and progress only on a terminal. `FORCE_COLOR` has colours
 * anywhere, unless it is 0 or false; `NO_COLOR` (no-color.org) has none, and wins.
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
 * Text that can command neither a terminal nor a forge: control characters are shown as pictures
 * (the colours of `paint` stay), and what a forge's runner takes for an order (`::command::` at the
 * start of a line, `##[command]`, `##vso[command]`) is split.
 */
export function withoutEscapes(text: string, { colours }: Pick<Terminal, 'colours'>): string {
  const kept = colours ? text.split(PAINTED) : [text]
  return kept
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

/** One line on standard error, in place of the one before. */
export function drawLine(line: string): void {
  process.stderr.write(`${OVER}${line}`)
  isDrawn = true
}

/** Takes away the line that is drawn, if one is: before something is printed that stays. */
export function wipeLine(): void {
  if (isDrawn) process.stderr.write(OVER)
  isDrawn = false
}

const OVER = '\r\x1B[2K'

/**
 * Colours a text when the terminal has colours; `withoutEscapes`, through which all is printed,
 * makes real colours of it.
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

/**
 * Another number in each run: a text that is shown cannot know it, so no colour of its own passes
 * for ours.
 */
const OURS = String(randomInt(10_000, 100_000))
const PAINTED = new RegExp(`\\x1B\\[${OURS}(\\d{1,2})m`)
