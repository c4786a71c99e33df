import type { Invocation, Terminal } from '../command.ts'
import { drawLine, withoutEscapes } from './terminal.ts'

/** A function that draws a progress line on standard error; it does nothing without a terminal. */
export function progressOn({ progress, width }: Pick<Terminal, 'progress' | 'width'>) {
  return (what: string) => {
    // A line longer than the terminal cannot be overwritten.
    if (progress) drawLine(withoutEscapes(what).slice(0, width - 1))
  }
}

/** Milliseconds before the first progress line. */
const PATIENCE = 1000
/** Milliseconds between two progress lines. */
const PAUSE = 150

/** Returns a function that shows the path read, when reading is slow; `null` without a terminal. */
export function readingProgress({
  terminal,
  language,
}: Pick<Invocation, 'terminal' | 'language'>): ((path: string) => void) | null {
  if (!terminal.progress) return null
  const say = progressOn(terminal)
  let next = Date.now() + PATIENCE
  return (path) => {
    const now = Date.now()
    if (now < next) return
    next = now + PAUSE
    say(READING[language](path))
  }
}

const READING = {
  fr: (path: string) => `Lecture\u00A0: ${path}`,
  en: (path: string) => `Reading ${path}`,
} as const
