import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { published } from './published.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that the real programme was published into. */
    bundle: string
  }
}

/**
 * Publishes the real programme once, for all the checks of this folder; returns what removes it.
 */
export default function publishOnce(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cahier-bundle-'))
  project.provide('bundle', published([], join(folder, 'bundle')))
  return () => rmSync(folder, { recursive: true, force: true })
}
