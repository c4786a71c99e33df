import { randomBytes } from 'node:crypto'
import { closeSync, fchmodSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The path of a new file that holds these bytes, beside the place that it is to be renamed to.
 * `mode` is that of the file that stands there; with `lasting`, the disk has kept it before.
 * @throws what the disk says when it cannot be written whole: then nothing of it is left.
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

/**
 * Lets a file, open for writing, be read and written by whom it was: the mask of the person who
 * writes would take it from a group that shares it.
 */
function allowAsBefore(file: number, mode: number): void {
  try {
    fchmodSync(file, mode)
  } catch {
    // Some disks, such as those of cameras, know no such thing.
  }
}
