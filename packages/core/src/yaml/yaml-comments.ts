import { ownCopy } from '@cahier/prose'
import { Parser } from 'yaml'
import { maskProse } from './unquoted-prose.ts'

/** A comment, from `#` to the end of its line. `start` is its offset in the file. */
export interface YamlComment {
  readonly text: string
  readonly start: number
}

/** The comments of the YAML between two offsets. A `#` in an unquoted sentence is no comment. */
export function yamlComments(text: string, start: number, end: number): readonly YamlComment[] {
  const written = ownCopy(text.slice(start, end))
  const { text: masked } = maskProse(written)
  const found: YamlComment[] = []
  const waiting: unknown[] = [...new Parser().parse(masked)]
  for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
    if (typeof token !== 'object' || token === null) continue
    if ('type' in token && token.type === 'comment' && 'source' in token && 'offset' in token)
      found.push({ text: String(token.source), start: start + Number(token.offset) })
    else waiting.push(...Object.values(token))
  }
  return found.sort((a, b) => a.start - b.start)
}
