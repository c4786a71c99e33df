import { spawnSync } from 'node:child_process'
import type { MergePiece } from '@cahier/prose/merge'

export interface GitMerge {
  readonly bytes: Buffer
  readonly conflicts: number
}

/** The result of `git merge-file -p`; `null` when git is missing or fails. */
export function gitMergeFile(
  options: readonly string[],
  files: readonly [string, string, string],
): GitMerge | null {
  const { status, stdout, error } = spawnSync(
    'git',
    ['merge-file', '-p', '-q', ...options, '--', ...files],
    {
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  return error !== undefined || status === null || status > 127
    ? null
    : { bytes: stdout, conflicts: status }
}

export function hasGit(): boolean {
  return spawnSync('git', ['--version'], { stdio: 'ignore' }).status === 0
}

/**
 * The conflict style of `merge.conflictStyle`, if this git applies it. Some versions ignore it
 * outside a repository, so it is tested on the files.
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

/** Longer than any row of signs in a text. */
const SIZE = 251
/** Options that make git's answer readable by `piecesOf`. */
export const READABLE = [
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
 * The pieces of a merge that git made with `READABLE`. `ended`: which texts have a final line end;
 * the others get none in a last conflict.
 */
export function piecesOf(
  { bytes, conflicts }: GitMerge,
  ended: Readonly<Record<'base' | 'ours' | 'theirs', boolean>>,
): readonly MergePiece[] {
  const answer = bytes.toString('utf8')
  if (conflicts === 0) return [{ kind: 'settled', text: answer }]
  const pieces: MergePiece[] = []
  let part: 'settled' | 'ours' | 'base' | 'theirs' = 'settled'
  let held = { settled: '', ours: '', base: '', theirs: '' }
  for (const line of answer.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const sign = SIGNS.find((one) => line.startsWith(one.repeat(SIZE)))
    if (sign === undefined) held[part] += line
    else if (sign === '<' || sign === '>') {
      if (sign === '>')
        pieces.push({ kind: 'conflict', base: held.base, ours: held.ours, theirs: held.theirs })
      else if (held.settled !== '') pieces.push({ kind: 'settled', text: held.settled })
      held = { settled: '', ours: '', base: '', theirs: '' }
      part = sign === '<' ? 'ours' : 'settled'
    } else part = sign === '|' ? 'base' : 'theirs'
  }
  if (held.settled !== '') return [...pieces, { kind: 'settled', text: held.settled }]
  const last = pieces.at(-1)
  if (last?.kind !== 'conflict') return pieces
  const asWas = (side: 'base' | 'ours' | 'theirs') =>
    ended[side] ? last[side] : last[side].replace(/\r?\n$/, '')
  return [
    ...pieces.slice(0, -1),
    { kind: 'conflict', base: asWas('base'), ours: asWas('ours'), theirs: asWas('theirs') },
  ]
}

const SIGNS = ['<', '|', '=', '>'] as const
