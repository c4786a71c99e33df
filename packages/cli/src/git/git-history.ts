import type { HistoryOf } from '@cahier/consensus'
import { type Programme, wholeDigest, withText } from '@cahier/core'
import { gitTexts } from './git-texts.ts'

/**
 * The earlier texts of proposals and axes by their digests, from git; git is asked once a file,
 * when a text is first looked for.
 */
export function gitHistory(folder: string, programme: Programme): HistoryOf {
  return ({ document }) => {
    let texts: readonly string[] | null = null
    const known = new Map<string, string>()
    return (digest) => {
      texts ??= gitTexts(folder, document.path).map(({ text }) => text)
      for (const text of known.size > 0 ? [] : texts)
        known.set(wholeDigest(withText(document, text), programme.assets), text)
      return known.get(digest) ?? null
    }
  }
}
