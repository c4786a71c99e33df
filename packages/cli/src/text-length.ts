import { keptWith, type Source } from '@cahier/core'

/** How long some texts are together, in UTF-16 units. Each is made of its bytes once for that, whoever asks. */
export function textLength(sources: readonly Source[]): number {
  return sources.reduce((sum, source) => sum + lengthOf(source), 0)
}

const lengthOf = keptWith(({ text }: Source) => text.length)
