import { assetOf } from '../assets/asset-of.ts'
import type { Finding } from '../model/finding.ts'
import { type Folder, type FolderFile, listFiles, readFilesWith } from './list-files.ts'

/**
 * Reads the programme's own files below `root` and nothing else, sorted by path whatever the disk's
 * order. Links are not followed.
 * @throws when `root`, or a folder in it, cannot be read.
 */
export function readFolder(root: string): Folder {
  const findings: Finding[] = []
  return readFiles(listFiles(root, findings), findings)
}

/** The same for files that stand elsewhere: a bundle, an archive. `findings` is added to. */
export function readFiles(files: readonly FolderFile[], findings: Finding[]): Folder {
  return readFilesWith(files, findings, assetOf)
}
