import { spawnSync } from 'node:child_process'
import type { MergePiece, ThreeTexts } from '@cahier/prose/merge'

export interface GitMerge {
  readonly bytes: Buffer
  readonly conflicts: number
}

/** Merges `files` (ours, base, theirs) by `git merge-file`; `null` when git is missing or fails. */
export function gitMergeFile(
  options: readonly string[],
  files: readonly [string, string, string],
): GitMerge | null {
  const args = ['merge-file', '-p', '-q', ...options, '--', ...files]
  const { status, stdout, error } = spawnSync('git', args, {
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return error !== undefined || status === null || status > 127
    ? null
    : { bytes: stdout, conflicts: status }
}

export function hasGit(): boolean {
  return spawnSync('git', ['--version'], { stdio: 'ignore' }).status === 0
}

/**
 * The value of git's setting `merge.conflictStyle`. Some versions ignore the setting outside a
 * repository, so this merges `files` to see whether git applies it.
 */
export function configuredStyle(
  options: readonly string[],
  files: readonly [string, string, string],
): 'merge' | 'diff3' | 'zdiff3' {
  const { stdout } = spawnSync('git', ['config', '--get', 'merge.conflictStyle'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const style = stdout?.trim()
  if (style !== 'diff3' && style !== 'zdiff3') return 'merge'
  const answer = gitMergeFile([...options, '--marker-size', String(SIZE)], files)
  return answer?.bytes.includes('|'.repeat(SIZE)) ? style : 'merge'
}

/** The length of a conflict marker, longer than any row of `=` in a text. */
const SIZE = 251
/** Options for `gitMergeFile`, so that `piecesOf` can read the output. */
export const MERGE_FILE_OPTIONS = [
  '--diff3',
  '--marker-size',
  String(SIZE),
  '-L',
  '',
  '-L',
  '',
  '-L',
  '',
] as const

/**
 * Splits the output of a merge made with `MERGE_FILE_OPTIONS` into merged parts and conflicts. When
 * a file ends with a conflict, git adds a line end to each side; this function removes it from the
 * sides that had none.
 */
export function piecesOf(
  { bytes }: GitMerge,
  texts: Pick<ThreeTexts, 'base' | 'ours' | 'theirs'>,
): readonly MergePiece[] {
  const parts = bytes.toString('utf8').split(CONFLICT)
  const pieces: MergePiece[] = []
  for (let at = 0; at < parts.length; at += 4) {
    const [settled = '', ours = '', base = '', theirs = ''] = parts.slice(at, at + 4)
    if (settled !== '') pieces.push({ kind: 'settled', text: settled })
    if (at + 1 === parts.length) break
    const isAtEnd = at + 5 === parts.length && parts.at(-1) === ''
    const asWas = (whole: string, side: string) =>
      isAtEnd && !whole.endsWith('\n') ? side.replace(/\r?\n$/, '') : side
    pieces.push({
      kind: 'conflict',
      base: asWas(texts.base, base),
      ours: asWas(texts.ours, ours),
      theirs: asWas(texts.theirs, theirs),
    })
  }
  return pieces
}

/** A conflict: ours, base and theirs, between lines of markers. */
const CONFLICT = new RegExp(
  ['<', '\\|', '=', '>'].map((sign) => `^${sign}{${SIZE}}[^\\n]*\\n?`).join('([^]*?)'),
  'm',
)
