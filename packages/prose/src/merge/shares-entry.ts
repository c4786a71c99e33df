import type { ThreeTexts } from './merge-text.ts'
import { type Outline, readOutline } from './outline.ts'

/**
 * Whether both sides of a merge of YAML changed what stands under one key or in one item, in two
 * ways: what each put under its own is no passage of both.
 */
export function sharesEntry({ base, ours, theirs }: ThreeTexts): boolean {
  return isShared(
    ...([base, ours, theirs].map((text) => readOutline(text)) as [
      Outline | null,
      Outline | null,
      Outline | null,
    ]),
  )
}

function isShared(base: Outline | null, ours: Outline | null, theirs: Outline | null): boolean {
  // Where lines do not say what belongs to what, it is text like any other.
  if (base === null || ours === null || theirs === null) return true
  return base.entries.some((entry) => {
    const [one, other] = [ours, theirs].map(({ entries }) =>
      entries.find(({ name }) => name === entry.name),
    )
    if (one === undefined || other === undefined) return false
    if (one.text === other.text || one.text === entry.text || other.text === entry.text)
      return false
    return isShared(entry.inner, one.inner, other.inner)
  })
}
