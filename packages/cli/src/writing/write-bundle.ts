import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_PLAN, type Plan } from '@cahier/core'
import { type OutputFile, SIGNATURE, SUMS } from '@cahier/export'
import { refuseUnwritable, writePlan } from './write-plan.ts'

/**
 * Writes a bundle into a folder of its own or of somebody else's: files of the bundle that stood
 * there before are replaced or removed, nothing else is touched.
 */
export function writeBundle(out: string, files: readonly OutputFile[]): void {
  const kept = new Set(files.map(({ path }) => path))
  const removals = [...filesOf(out), ...signatureOfOthers(out, files)].filter(
    (path) => !kept.has(path) && existsSync(join(out, path)),
  )
  writePlan(out, { ...planOf(files), removals }, true)
}

/**
 * @throws {UsageError} when `writeBundle` would find something in the way of a bundle that is only
 *   shown.
 */
export function refuseBundle(out: string, files: readonly OutputFile[]): void {
  refuseUnwritable(out, planOf(files))
}

function planOf(files: readonly OutputFile[]): Plan {
  return {
    ...EMPTY_PLAN,
    files: files.map(({ path, bytes }) => ({ path, content: bytes, replaces: true })),
  }
}

// A signature holds for the sums it was made of, and for no others.
function signatureOfOthers(out: string, files: readonly OutputFile[]): string[] {
  const sums = files.find(({ path }) => path === SUMS)?.bytes
  const there = join(out, SUMS)
  if (sums === undefined || !existsSync(there)) return []
  return readFileSync(there).equals(sums) ? [] : [SIGNATURE]
}

// What the bundle that stands there says it holds.
function filesOf(out: string): string[] {
  const sums = join(out, SUMS)
  if (!existsSync(sums)) return []
  const paths = readFileSync(sums, 'utf8')
    .split('\n')
    .map((line) => line.slice(66))
  return paths.filter(
    (path) => path !== '' && !path.startsWith('/') && !path.split('/').includes('..'),
  )
}
