import { foldProse } from '@cahier/prose'
import type { Amendment, Programme } from './programme.ts'

/** The marked text of an amendment: all that follows the heading of its text; `''` when it changes fields only. */
export function markedTextOf({ document }: Amendment, { manifest }: Programme): string {
  const title = foldProse(manifest.amendmentSections.text)
  const section = document.body?.sections.find((one) => foldProse(one.title) === title)
  const end = section?.heading.position?.end.offset
  return end === undefined ? '' : document.text.slice(end)
}
