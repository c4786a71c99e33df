import system, { type PlatformPath } from 'node:path'

/** A path of the system with forward slashes. */
export function withSlashes(path: string, { sep }: PlatformPath = system): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** A path relative to a folder, with slashes; empty for the folder itself, null outside of it. */
export function pathInside(
  folder: string,
  path: string,
  rules: PlatformPath = system,
): string | null {
  const inside = rules.relative(folder, path)
  const isElsewhere =
    inside === '..' || inside.startsWith(`..${rules.sep}`) || rules.isAbsolute(inside)
  return isElsewhere ? null : withSlashes(inside, rules)
}

/**
 * The path, in the programme folder, of the file that a link in `from` points to: decoded, without
 * query or fragment. Empty when the link is empty or absolute, or leads outside the folder.
 */
export function linkedPath(from: string, url: string): string {
  const target = url.split(/[?#]/, 1)[0] as string
  if (target === '') return url.startsWith('#') ? from : ''
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//') || target.startsWith('/'))
    return ''
  const parts = from.split('/').slice(0, -1)
  for (const segment of decoded(target).split('/')) {
    if (segment === '..') {
      if (parts.pop() === undefined) return ''
    } else if (segment !== '.' && segment !== '') parts.push(segment)
  }
  return parts.join('/')
}

/** An address without percent-encoding: `é` for `%C3%A9`. Unchanged when a code is invalid. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const ENDING = /\.(?:md|markdown|mdown|mkd)$/i

export function isMarkdown(name: string): boolean {
  return ENDING.test(name)
}

export function withoutMarkdownExtension(name: string): string {
  return name.replace(ENDING, '')
}
