import { type Positions, type Programme, readDocument, readPositions } from '@cahier/core'
import type { Keyring } from '../signatures/keyring.ts'
import { signingReader } from '../signatures/signing.ts'

/**
 * A positions file as a commit left it, and the signature beside it; `null` when there was none.
 */
export interface FormerFile {
  readonly path: string
  readonly text: string
  readonly signature: string | null
}

/** A positions file that stood at some moment of a contribution, and its signature. */
export interface MemberFile {
  readonly positions: Positions
  readonly signature: string | undefined
}

/**
 * Tells the files that stood under a path, in order: before a contribution, in its commits, and
 * now.
 */
export type MemberFileReader = (path: string) => readonly MemberFile[]

/**
 * Reads what a member’s file was from before a contribution until now. What a commit in between
 * holds is the member’s only when it is signed as `keyring` asks.
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
