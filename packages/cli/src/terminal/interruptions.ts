/** Signals that ask a command to stop. */
export const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Resolves at the first of these signals. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of INTERRUPTIONS) process.once(signal, () => resolve())
  })
}
