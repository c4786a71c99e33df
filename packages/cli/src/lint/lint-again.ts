import type { ExitCode, Invocation } from '../command.ts'
import { UsageError } from '../usage-error.ts'
import { watchFolder } from '../watch-folder.ts'
import { lintTarget } from './lint-target.ts'

/** Lints now, and again after each save, until it is stopped. On a terminal the screen is cleared first; elsewhere reports follow each other. */
export async function lintAgain(invocation: Invocation, lintOnce: () => Promise<ExitCode>): Promise<ExitCode> {
  const { folder, language, sayError } = invocation
  if (lintTarget(invocation).kind === 'loose') throw new UsageError('--watch vaut pour un programme', '--watch is for a programme')
  let code = 0
  let running = Promise.resolve()
  const again = (): void => {
    running = running.then(async () => {
      if (process.stdout.isTTY) process.stdout.write('\x1B[2J\x1B[H')
      code = await lintOnce()
    })
  }
  again()
  const stop = await watchFolder(folder, again)
  sayError(`${WAITING[language]}\n`)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await stop()
  await running
  return code
}

const WAITING = {
  fr: 'En attente du prochain enregistrement (Ctrl+C pour arrêter).',
  en: 'Waiting for the next save (Ctrl+C to stop).',
} as const
