import type { Edition } from './edition.ts'

/** What everyone must know before reading: that an edition is a draft, that it shows examples. */
export function noticesOf({ draft, examples, words }: Edition): string[] {
  return [...(draft ? [words.draftNotice] : []), ...(examples ? [words.examplesNotice] : [])]
}
