import { execFileSync } from 'node:child_process'

/** The texts that git holds of a file of a folder, the newest first; none where there is no git. No hook runs, and no shell. */
export function gitTexts(folder: string, path: string, most = 400): readonly string[] {
  const prefix = tried(folder, ['rev-parse', '--show-prefix'])
  if (prefix === null || path.includes('\n')) return []
  const commits =
    tried(folder, ['rev-list', `--max-count=${most}`, 'HEAD', '--', path])
      ?.toString('utf8')
      .split('\n')
      .filter(Boolean) ?? []
  const named = commits.map((commit) => `${commit}:${prefix.toString('utf8').trimEnd()}${path}`)
  const answer = named.length === 0 ? null : tried(folder, ['cat-file', '--batch'], `${named.join('\n')}\n`)
  return answer === null ? [] : textsIn(answer)
}

/** The text that git holds of a file at the last commit; `null` where there is no git, or it holds none. */
export function gitText(folder: string, path: string): string | null {
  return tried(folder, ['cat-file', 'blob', `HEAD:./${path}`])?.toString('utf8') ?? null
}

// The answer of `git cat-file --batch`: for each object a line "<object> blob <bytes>", its bytes, a line end; or "<name> missing".
function textsIn(answer: Buffer): readonly string[] {
  const texts: string[] = []
  for (let at = 0; at < answer.length; ) {
    const headEnd = answer.indexOf(10, at)
    const [, kind, size] = / (blob) (\d+)$/.exec(answer.toString('utf8', at, headEnd)) ?? []
    at = headEnd + 1
    if (kind === undefined) continue
    texts.push(answer.toString('utf8', at, at + Number(size)))
    at += Number(size) + 1
  }
  return texts
}

function tried(folder: string, args: readonly string[], input = ''): Buffer | null {
  try {
    return execFileSync('git', ['-C', folder, ...args], { input, maxBuffer: 256 * 1024 * 1024, stdio: ['pipe', 'pipe', 'ignore'] })
  } catch {
    return null
  }
}
