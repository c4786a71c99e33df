import { type Positions, type Programme, readDocument, readPositions } from '@cahier/core'
import type { Keyring } from '../signatures/keyring.ts'
import { signingReader } from '../signatures/signing.ts'

/** A positions file in one commit, and its signature, or null. */
export interface FormerFile {
  readonly path: string
  readonly text: string
  readonly signature: string | null
}

/** A version of a positions file, and its signature, if any. */
export interface MemberFile {
  readonly positions: Positions
  readonly signature: string | undefined
}

/** Gives the versions of a file: before the contribution, in its commits, and after. */
export type MemberFileReader = (path: string) => readonly MemberFile[]

/**
 * Gives a reader of versions of positions files. Those from commits must be signed as `keyring`
 * requires.
 */
export function memberFileReader(
  before: Programme,
  now: Programme,
  between: () => readonly FormerFile[],
  keyring: Keyring,
): MemberFileReader {
  let former: readonly FormerFile[] | undefined
  return (path) => {
    former ??= between()
    const own = former
      .filter((file) => file.path === path)
      .flatMap((file) => committedFile(file, keyring))
    return [...fileIn(before, path), ...own, ...fileIn(now, path)]
  }
}

function fileIn({ positions, signatures }: Programme, path: string): readonly MemberFile[] {
  const found = positions.find(({ document }) => document.path === path)
  return found === undefined
    ? []
    : [{ positions: found, signature: signatures.find((one) => one.path === `${path}.sig`)?.text }]
}

function committedFile(
  { path, text, signature }: FormerFile,
  keyring: Keyring,
): readonly MemberFile[] {
  const positions = readPositions(readDocument({ path, text }, 'positions'))
  const signatures = signature === null ? [] : [{ path: `${path}.sig`, text: signature }]
  const { why } = signingReader({ signatures, folderFindings: [] }, keyring)(positions)
  return why === '' ? [{ positions, signature: signature ?? undefined }] : []
}
