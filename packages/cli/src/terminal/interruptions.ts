/** What asks a command to stop: Ctrl-C, the system, a terminal that closes. */
export const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Waits for the first of them. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of INTERRUPTIONS) process.once(signal, () => resolve())
  })
}
