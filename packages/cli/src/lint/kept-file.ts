import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { SUM_LENGTH, sumOf } from './sum-of.ts'

/** What was kept in a file; `null` when there is none, or when it is not what was written: damaged, or cut. */
export function readKept(path: string): Buffer | null {
  try {
    const content = readFileSync(path)
    const kept = content.subarray(SUM_LENGTH + 1)
    return content.toString('latin1', 0, SUM_LENGTH) === sumOf([kept]) ? kept : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return null
  }
}

/** Keeps these parts in a file, one after the other, under their sum; where it cannot be written, nothing is kept. The new file is there or the old one, never half of one. */
export function keepIn(path: string, parts: readonly Uint8Array[]): void {
  const content = Buffer.concat(parts)
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const half = `${path}.${process.pid}`
    writeFileSync(half, Buffer.concat([Buffer.from(`${sumOf([content])}\n`), content]), { mode: 0o600 })
    renameSync(half, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
  }
}
