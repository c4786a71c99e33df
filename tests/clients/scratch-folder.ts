import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new empty folder, removed when the test that asked for it ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cahier-scratch-'))
  // A client may take a moment to end, and write its last lines meanwhile.
  onTestFinished(() =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  )
  return folder
}
