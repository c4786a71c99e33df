import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { cahier, root, run } from './run.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that the real programme was published into. */
    bundle: string
  }
}

/** Publishes the real programme once, for all the checks of this folder; returns what removes it. */
export default function publishOnce(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cahier-bundle-'))
  const bundle = join(folder, 'bundle')
  const { status, stdout, stderr } = run(process.execPath, [cahier, 'publish', '--programme', `${root}/programme`, '--out', bundle])
  if (status !== 0) throw new Error(`cahier publish stopped with status ${status}\n${stdout}${stderr}`)
  project.provide('bundle', bundle)
  return () => rmSync(folder, { recursive: true, force: true })
}
