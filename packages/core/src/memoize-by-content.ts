import { memoize } from './memoize.ts'
import { isOfFile, type Source, sourceOf } from './source.ts'

/**
 * The same reader of a text, which gives again what it gave for a file that holds the same bytes in
 * memory: copies of one file are read once.
 */
export function memoizeByContent<Read>(read: (text: string) => Read): (source: Source) => Read {
  const kept = memoize((content: Source | Uint8Array) =>
    read(('text' in content ? content : sourceOf('', content)).text),
  )
  return (source) => kept(isOfFile(source) ? source.bytes : source)
}
