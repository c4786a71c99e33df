import { realpathSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { watchFolder, watchLoose } from '../disk/watch.ts'
import { interrupted } from '../terminal/interruptions.ts'
import type { LintOutcome } from './lint-and-report.ts'
import { lintTarget, realOf } from './lint-target.ts'

/** Lints now and after each save, until the user interrupts the command. */
export async function lintAtEachSave(
  invocation: Invocation,
  lintOnce: () => Promise<LintOutcome>,
): Promise<ExitCode> {
  const { folder, cwd, language, sayError } = invocation
  const target = lintTarget(invocation)
  let code: ExitCode = 0
  let isFirst = true
  let running = Promise.resolve()
  const again = (): Promise<void> => {
    running = running.then(async () => {
      if (process.stdout.isTTY) process.stdout.write('\x1B[2J\x1B[H')
      try {
        const look = await lintOnce()
        code = look.code
        besides(pathsAsked(look))
      } catch (error) {
        // A missing file may be back at the next save.
        if (isFirst || !(error instanceof UsageError)) throw error
        sayError(`${error.sentence[language]}\n`)
      }
      isFirst = false
    })
    return running
  }
  // Watches before the first run, so that no save is missed.
  const { stop, besides } =
    target.kind === 'loose'
      ? await watchLoose(
          target.paths.map((path) => realOf(resolve(cwd, path))),
          again,
        )
      : { stop: await watchFolder(folder, again), besides: () => {} }
  try {
    await again()
  } catch (error) {
    await stop()
    throw error
  }
  sayError(`${WAITING[language]}\n`)
  await interrupted()
  await stop()
  await running
  return code
}

// Lint looks for `.git` in every folder above the texts. These `.git` paths are not watched.
function pathsAsked({ folder, queries }: LintOutcome): readonly string[] {
  if (queries.length === 0) return []
  const from = realpathSync(folder)
  return queries
    .filter(([about, path]) => about !== 'names' && basename(path) !== '.git')
    .map(([, path]) => resolve(from, path))
}

const WAITING = {
  fr: 'En attente du prochain enregistrement (Ctrl+C pour arrêter).',
  en: 'Waiting for the next save (Ctrl+C to stop).',
} as const
