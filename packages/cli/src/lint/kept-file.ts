import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolders } from '../make-folders.ts'
import { putInCache } from '../put-in-cache.ts'
import { systemCode } from '../system-code.ts'
import { UsageError } from '../usage-error.ts'
import { SUM_LENGTH, sumOf } from './sum-of.ts'

/** The file of a folder in which something is kept about a place. */
export function keptAs(folder: string, place: string, what: string): string {
  return join(folder, `lint-${sumOf([place]).slice(0, 24)}-${what}`)
}

/** What was kept in a file under a key; `null` when that is nothing, or no longer what was written: damaged, or cut. */
export function readKept(path: string, key: string): Buffer | null {
  try {
    const content = readFileSync(path)
    const kept = content.subarray(SUM_LENGTH + 1)
    return content.toString('latin1', 0, SUM_LENGTH) === sumOf([key, kept]) ? kept : null
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return null
  }
}

/**
 * Keeps these parts, one after the other, in a file that holds nothing else: first the sum of the key and of them. Where it cannot be written, nothing is kept.
 */
export function keepIn(path: string, key: string, parts: readonly Uint8Array[]): void {
  const content = Buffer.concat(parts)
  try {
    makeFolders(dirname(path), 0o700)
    putInCache(path, Buffer.concat([Buffer.from(`${sumOf([key, content])}\n`), content]))
  } catch (error) {
    if (!(error instanceof UsageError) && systemCode(error) === undefined) throw error
  }
}
