import type { Invocation, Terminal } from '../command.ts'
import { drawLine, eraseLine, withoutEscapes } from './terminal.ts'

/** A progress line on standard error; does nothing without a terminal. */
export interface Progress {
  readonly say: (what: string) => void
  readonly end: () => void
}

export function progressOn({ progress, width }: Pick<Terminal, 'progress' | 'width'>): Progress {
  if (!progress) return { say: () => {}, end: () => {} }
  // A line longer than the terminal cannot be overwritten.
  return {
    say: (what) => drawLine(withoutEscapes(what, { colours: false }).slice(0, width - 1)),
    end: eraseLine,
  }
}

/** Milliseconds before the first progress line. */
const PATIENCE = 1000
/** Milliseconds between two progress lines. */
const PAUSE = 150

/** Returns a function that shows a path, once reading takes long; `null` without a terminal. */
export function readingProgress({
  terminal,
  language,
}: Pick<Invocation, 'terminal' | 'language'>): ((path: string) => void) | null {
  if (!terminal.progress) return null
  const { say } = progressOn(terminal)
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
