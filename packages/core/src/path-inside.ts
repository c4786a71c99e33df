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
