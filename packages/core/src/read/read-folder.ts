import { describeAsset } from '../assets/describe-asset.ts'
import type { Finding } from '../model/finding.ts'
import { listFiles } from './list-files.ts'
import { type Folder, type FolderFile, readFilesWith } from './read-files.ts'

/**
 * Reads the programme's files below `root`, sorted by path. Links are not followed.
 * @throws when `root`, or a folder in it, cannot be read.
 */
export function readFolder(root: string): Folder {
  const findings: Finding[] = []
  return readFiles(listFiles(root, findings), findings)
}

/** Reads files from any origin, such as an archive. Adds to `findings`. */
export function readFiles(files: readonly FolderFile[], findings: Finding[]): Folder {
  return readFilesWith(files, findings, describeAsset)
}
