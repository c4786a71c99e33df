import { spawnSync } from 'node:child_process'
import type { MergePiece } from '@cahier/prose/merge'

/** A file merged by git, with the number of its conflicts. */
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
 * The value of git's setting `merge.conflictStyle`. Some versions ignore the setting outside a
 * repository: a merge of the files shows whether git applies it.
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

/** Length of the conflict markers: longer than any row of equal signs in a text. */
const SIZE = 251
/** Options of a merge whose output `piecesOf` can read. */
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
 * Splits the output of a merge made with `READABLE` into merged parts and conflicts. Git adds a
 * final line end to each side of a last conflict; `ended` says which texts really had it.
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
