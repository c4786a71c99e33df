import { decoded } from './decoded.ts'

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
