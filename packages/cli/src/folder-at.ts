import { execFileSync } from 'node:child_process'
import { type Folder, kindOf } from '@cahier/core'
import { UsageError } from './usage-error.ts'

/**
 * The programme folder as it stood where this branch left `revision` (`git merge-base`). Blobs are read by git itself: no hook runs,
 * no shell, nothing is checked out.
 * @throws {UsageError} when there is no git, no such revision, or no common history.
 */
export function folderAt(folder: string, revision: string): Folder {
  const base = baseOf(folder, revision)
  const prefix = tried(folder, ['rev-parse', '--show-prefix'])
  const entries = git(folder, ['ls-tree', '-r', '-z', '--full-tree', base, ...(prefix === '' ? [] : ['--', prefix])])
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '')
  const blobs = entries.flatMap((line) => {
    const match = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line)
    const path = match?.[3]?.slice(prefix.length) ?? ''
    const wanted = match !== null && match[1] !== SYMBOLIC_LINK && !SKIPPED.has(kindOf(path))
    return wanted ? [{ path, object: match[2] as string }] : []
  })
  const texts = textsOf(
    folder,
    blobs.map(({ object }) => object),
  )
  return { sources: blobs.map(({ path }, index) => ({ path, text: texts[index] as string })), assets: [], findings: [] }
}

const SYMBOLIC_LINK = '120000'
const SKIPPED: ReadonlySet<string> = new Set(['ignored', 'unknown', 'asset'])

// The answer of `git cat-file --batch`: for each object a line "<object> blob <bytes>", its bytes, a line end.
function textsOf(folder: string, objects: readonly string[]): string[] {
  if (objects.length === 0) return []
  const answer = git(folder, ['cat-file', '--batch'], `${objects.join('\n')}\n`)
  let at = 0
  return objects.map(() => {
    const headEnd = answer.indexOf(10, at)
    const size = Number(answer.toString('latin1', at, headEnd).split(' ')[2])
    at = headEnd + 1 + size + 1
    return answer.toString('utf8', headEnd + 1, headEnd + 1 + size)
  })
}

function baseOf(folder: string, revision: string): string {
  const commit = tried(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  if (commit === '')
    throw new UsageError(
      `git ne connaît pas « ${revision} » ici (la CI doit prendre tout l’historique)`,
      `git knows no “${revision}” here (CI must fetch the full history)`,
    )
  const base = tried(folder, ['merge-base', commit, 'HEAD'])
  if (base === '')
    throw new UsageError(`« ${revision} » et ce texte n’ont pas d’histoire commune`, `“${revision}” and this text share no history`)
  return base
}

function tried(folder: string, args: readonly string[]): string {
  try {
    return git(folder, args).toString('utf8').trim()
  } catch {
    return ''
  }
}

function git(folder: string, args: readonly string[], input = ''): Buffer {
  return execFileSync('git', ['-C', folder, ...args], { input, maxBuffer: 256 * 1024 * 1024, stdio: ['pipe', 'pipe', 'ignore'] })
}
