import { randomInt } from 'node:crypto'
import { shownControls } from '@cahier/core/shown-controls'
import type { Terminal } from './command.ts'

/** What the outside lets us draw: colours and progress only on a terminal, and no colour with `NO_COLOR` (no-color.org). */
export function terminalOf(out: NodeJS.WriteStream, error: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Terminal {
  const colours = out.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb'
  const known = (out.isTTY ? out.columns : 0) || Number(environment.COLUMNS)
  return { width: Math.max(40, known || 80), wraps: known > 0, colours, progress: error.isTTY === true && environment.TERM !== 'dumb' }
}

/**
 * Text that can command neither a terminal nor a forge: control characters are shown as pictures (the colours of `paint` stay), and what a forge's runner takes for an order (`::command::` at the start of a line, `##[command]`, `##vso[command]`) is split.
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

/** Colours a text when the terminal has colours; `withoutEscapes`, through which all is printed, makes real colours of it. */
export function paint(text: string, colour: keyof typeof CODES, { colours }: Pick<Terminal, 'colours'>): string {
  return colours ? `\x1B[${OURS}${CODES[colour]}m${text}\x1B[${OURS}0m` : text
}

/** Another number in each run: a text that is shown cannot know it, so no colour of its own passes for ours. */
const OURS = String(randomInt(10_000, 100_000))
const PAINTED = new RegExp(`\\x1B\\[${OURS}(\\d{1,2})m`)

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34 } as const
