import { fchmodSync } from 'node:fs'

/**
 * Lets a file, open for writing, be read and written by whom it was: the mask of the person who
 * writes would take it from a group that shares it.
 */
export function allowAsBefore(file: number, mode: number): void {
  try {
    fchmodSync(file, mode)
  } catch {
    // Some disks, such as those of cameras, know no such thing.
  }
}
