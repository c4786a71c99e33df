import { expect } from 'vitest'
import { pathOf } from './find-client.ts'
import { run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

/** A folder with what an ODT packs, by another zip than ours. */
export function unpacked(path: string): string {
  const folder = scratchFolder()
  expect(run(pathOf('python'), ['-m', 'zipfile', '-e', path, folder]).stderr).toBe('')
  return folder
}
