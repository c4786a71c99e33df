import { type Positions, type Programme, readDocument, readPositions } from '@cahier/core'
import type { Keyring } from '../signatures/keyring.ts'
import { signingReader } from '../signatures/signing.ts'

/** A positions file (a member's stances) in one commit. `signature` is null when it has none. */
export interface FormerFile {
  readonly path: string
  readonly text: string
  readonly signature: string | null
}

export interface MemberFile {
  readonly positions: Positions
  readonly signature: string | undefined
}

/** Gives the versions of a file: before the contribution, in its commits, and after. */
export type MemberFileReader = (path: string) => readonly MemberFile[]

/** Gives a reader of file versions. A version in a commit is left out if `keyring` rejects it. */
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
