import type { PhrasingContent } from 'mdast'
import { lastCharacter } from '../last-character.ts'

/**
 * Groups of nodes set one after the other as sentences: a full stop between them, unless the one
 * before ends with a sign of its own.
 */
export function sentences(groups: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  const written: PhrasingContent[] = []
  for (const group of groups) {
    const nodes = group.filter((node) => node.type !== 'text' || node.value !== '')
    if (nodes.length === 0) continue
    if (written.length > 0)
      written.push({ type: 'text', value: ENDED.test(lastCharacter(written)) ? ' ' : '. ' })
    written.push(...nodes)
  }
  if (written.length > 0 && !ENDED.test(lastCharacter(written)))
    written.push({ type: 'text', value: '.' })
  return written
}

const ENDED = /[.?!…]/
