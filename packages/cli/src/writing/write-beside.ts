import { randomBytes } from 'node:crypto'
import { closeSync, fchmodSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes bytes to a new file beside `target` and returns its path. With `lasting`, waits until the
 * bytes are on the disk.
 * @throws the error of the disk, after removing the new file.
 */
export function writeBeside(
  target: string,
  bytes: Uint8Array,
  mode: number | undefined,
  lasting: boolean,
): string {
  const temporary = join(dirname(target), `.cahier-${randomBytes(6).toString('hex')}`)
  const file = openSync(temporary, 'wx', mode ?? 0o666)
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    if (mode !== undefined) allowAsBefore(file, mode)
    if (lasting) fsyncSync(file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  return temporary
}

/** Sets exactly `mode`: the umask may have removed permissions. */
function allowAsBefore(file: number, mode: number) {
  try {
    fchmodSync(file, mode)
  } catch {
    // Some disks have no permissions.
  }
}
