import { existsSync, renameSync, rmSync } from 'node:fs'
import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'

/** How long a file that is in use is waited for, in milliseconds. */
const PATIENCE = [10, 20, 50, 100, 200, 400] as const

/**
 * Renames a file over another. On Windows, neither may be open elsewhere meanwhile, and whatever
 * looks at new files (an antivirus, an index, a folder that is sent to others) opens them for an
 * instant. Where a disk replaces no file so, the old one is put apart first.
 * @throws {UsageError} when it is still in use after that.
 */
export function renamePatiently(
  from: string,
  to: string,
  { rename = renameSync, platform = process.platform as string } = {},
): void {
  for (const pause of platform === 'win32' ? PATIENCE : []) {
    try {
      rename(from, to)
      return
    } catch (error) {
      if (!isInUse(error)) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
    }
  }
  try {
    rename(from, to)
  } catch (error) {
    if (platform !== 'win32' && REFUSED.has(systemCode(error) ?? '') && existsSync(to)) {
      renameApart(from, to, rename, error)
      return
    }
    if (platform !== 'win32' || !isInUse(error)) throw error
    throw new UsageError(
      `« ${to} » est ouvert dans un autre programme, ou protégé : fermez-le, puis relancez la commande ; rien n’est écrit`,
      `“${to}” is open in another program, or protected: close it, then run the command again; nothing is written`,
    )
  }
}

/**
 * What some disks answer that replace no file by a rename, such as a FAT key or a telephone's
 * memory reached through FUSE.
 */
const REFUSED: ReadonlySet<string> = new Set(['EEXIST', 'EPERM', 'ENOTSUP', 'ENOSYS'])

// The old file stands apart until the new one is in its place, and comes back when that fails too:
// what is wrong then is what was wrong at first.
function renameApart(from: string, to: string, rename: typeof renameSync, error: unknown): void {
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

function isInUse(error: unknown): boolean {
  return ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '')
}
