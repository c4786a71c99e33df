/** Replaces `node:path` in a browser, with slashes. */

export const sep = '/'

export function join(...parts: readonly string[]): string {
  return normalize(parts.filter((part) => part !== '').join('/'))
}

export function dirname(path: string): string {
  const end = path.lastIndexOf('/')
  return end <= 0 ? path.slice(0, end + 1) || '.' : path.slice(0, end)
}

export function isAbsolute(path: string): boolean {
  return path.startsWith('/')
}

export function relative(from: string, to: string): string {
  const [start, end] = [from, to].map((path) => normalize(path).split('/').filter(Boolean)) as [
    string[],
    string[],
  ]
  let shared = 0
  while (shared < start.length && start[shared] === end[shared]) shared++
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/')
}

function normalize(path: string): string {
  const kept: string[] = []
  for (const part of path.split('/'))
    if (part === '..' && (kept.length > 0 ? kept.at(-1) !== '..' : isAbsolute(path))) kept.pop()
    else if (part !== '' && part !== '.') kept.push(part)
  return `${isAbsolute(path) ? '/' : ''}${kept.join('/')}` || '.'
}

export default { sep, join, dirname, isAbsolute, relative }
