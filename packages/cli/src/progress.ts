import type { Terminal } from './command.ts'

/** One line on standard error that says what is going on, redrawn in place; nothing where there is no terminal. */
export interface Progress {
  readonly say: (what: string) => void
  readonly end: () => void
}

export function progressOn({ progress }: Terminal): Progress {
  if (!progress) return { say: () => {}, end: () => {} }
  const draw = (what: string) => void process.stderr.write(`\r\x1B[2K${what}`)
  return { say: draw, end: () => draw('') }
}
