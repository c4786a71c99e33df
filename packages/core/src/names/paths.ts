import system, { type PlatformPath } from 'node:path'

/**
 * A path of the system as the programme and its reports write it: with slashes. `rules` are those
 * of the system's paths.
 */
export function withSlashes(path: string, { sep }: PlatformPath = system): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/**
 * Where something stands in a folder, with slashes; `''` for the folder itself, `null` for what
 * stands elsewhere, were it on another disk.
 */
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
 * The path in the folder that a link of a file leads to, without its fragment; `''` when the link
 * leads out of the folder, to another site, or nowhere. Percent-encoding is undone.
 */
export function resolvePath(from: string, url: string): string {
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

/**
 * An address, or its fragment, as its reader takes it: `%C3%A9` is `é`; as it stands when it is no
 * such code.
 */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const ENDING = /\.(?:md|markdown|mdown|mkd)$/i

/** Whether a file is Markdown, by its name or its path. */
export function isMarkdown(name: string): boolean {
  return ENDING.test(name)
}

/** A name, or a path, without the ending that says that it is Markdown. */
export function withoutMarkdown(name: string): string {
  return name.replace(ENDING, '')
}
