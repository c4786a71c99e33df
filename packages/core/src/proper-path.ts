import { withoutCopyMark } from './copied-file.ts'
import { slugOf } from './slug-of.ts'

/**
 * A path with the names it should have: lower case without accents, hyphens between words, one
 * extension, and nothing of a copy whose original is gone.
 */
export function properPath(path: string): string {
  return path.split('/').map(properName).join('/')
}

// Systems that hide extensions make `proposition.md.md` and `proposition.md.txt`.
function properName(name: string): string {
  const [, stem = '', , extension = ''] =
    /^(.*?)((\.(?:md|ya?ml|json|txt|sig))*)$/is.exec(name) ?? []
  const slug = slugOf(withoutCopyMark(stem))
  return slug === '' ? name : `${slug}${extension}`
}
