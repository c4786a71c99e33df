import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ExitCode, Invocation } from '../command.ts'
import { UsageError } from '../usage-error.ts'
import { watchFolder, watchLoose } from '../watch-folder.ts'
import { lintTarget } from './lint-target.ts'

/** Lints now, and again after each save, until it is stopped. On a terminal the screen is cleared first; elsewhere reports follow each other. */
export async function lintAgain(invocation: Invocation, lintOnce: () => Promise<ExitCode>): Promise<ExitCode> {
  const { folder, cwd, language, sayError } = invocation
  const target = lintTarget(invocation)
  const realOf = (written: string) => (existsSync(resolve(cwd, written)) ? realpathSync(resolve(cwd, written)) : resolve(cwd, written))
  let code: ExitCode = 0
  let isFirst = true
  let running = Promise.resolve()
  const again = (): Promise<void> => {
    running = running.then(async () => {
      if (process.stdout.isTTY) process.stdout.write('\x1B[2J\x1B[H')
      try {
        code = await lintOnce()
      } catch (error) {
        // A file that was there at the last save may be there again at the next one.
        if (isFirst || !(error instanceof UsageError)) throw error
        sayError(`${error.sentence[language]}\n`)
      }
      isFirst = false
    })
    return running
  }
  // Before the first look, so that nothing is missed that is saved meanwhile.
  const stop = await (target.kind === 'loose' ? watchLoose(target.paths.map(realOf), again) : watchFolder(folder, again))
  try {
    await again()
  } catch (error) {
    await stop()
    throw error
  }
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
