import { existsSync, renameSync, rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { errorAbout } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'

/** Milliseconds between two attempts while a file is in use. */
const PAUSES = [10, 20, 50, 100, 200, 400] as const

/**
 * Renames a file over another. On Windows, another program may hold a file for an instant, so the
 * rename is tried again. Some disks never rename over a file: the old file is then moved aside.
 * @throws {UsageError} when the file is still in use after the last pause.
 */
export async function renamePatiently(
  from: string,
  to: string,
  { rename = renameSync, platform = process.platform as string } = {},
): Promise<void> {
  const isWindows = platform === 'win32'
  for (const pause of [...(isWindows ? PAUSES : []), null])
    try {
      return rename(from, to)
    } catch (error) {
      if (!isWindows && REFUSED.has(systemCode(error) ?? '') && existsSync(to))
        return renameApart(from, to, rename, error)
      if (!isWindows || !isInUse(error)) throw error
      if (pause === null)
        throw errorAbout(
          to,
          'est ouvert dans un autre programme, ou protégé : fermez-le, puis relancez la commande ; rien n’est écrit',
          'is open in another program, or protected: close it, then run the command again; nothing is written',
        )
      await setTimeout(pause)
    }
}

/** Errors of disks where a rename never replaces a file, such as some FUSE file systems. */
const REFUSED: ReadonlySet<string> = new Set(['EEXIST', 'EPERM', 'ENOTSUP', 'ENOSYS'])

function renameApart(from: string, to: string, rename: typeof renameSync, error: unknown) {
  const apart = `${from}~`
  try {
    rename(to, apart)
  } catch {
    throw error
  }
  try {
    rename(from, to)
  } catch {
    rename(apart, to)
    throw error
  }
  rmSync(apart, { force: true })
}

function isInUse(error: unknown) {
  return ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '')
}
