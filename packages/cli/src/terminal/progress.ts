import type { Invocation, Terminal } from '../command.ts'
import { drawLine, wipeLine, withoutEscapes } from './terminal.ts'

/**
 * One line on standard error that says what is going on, redrawn in place; nothing where there is
 * no terminal.
 */
export interface Progress {
  readonly say: (what: string) => void
  readonly end: () => void
}

export function progressOn({ progress, width }: Pick<Terminal, 'progress' | 'width'>): Progress {
  if (!progress) return { say: () => {}, end: () => {} }
  // A line that is cut by the terminal could not be drawn over.
  return {
    say: (what) => drawLine(withoutEscapes(what, { colours: false }).slice(0, width - 1)),
    end: wipeLine,
  }
}

/** In milliseconds: what takes less needs no word, and then the eye follows no more of them. */
const PATIENCE = 1000
const PAUSE = 150

/** Says which text is read, once that has lasted; `null` where nothing can be drawn. */
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
