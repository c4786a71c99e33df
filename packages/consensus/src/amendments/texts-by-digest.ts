import { type Amendment, type Programme, wholeDigest, withText } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { roundCopies } from '../records/copies.ts'
import { type AmendableText, amendmentsTo, wasAdopted } from './amendable-text.ts'
import type { TextByDigest } from './place-amendment.ts'
import { textBeforeAdoption } from './text-before-adoption.ts'

/**
 * Gives texts by digest: present text, copies in rounds, texts before adoptions, then `history`.
 */
export function textsByDigest(
  programme: Programme,
  amended: AmendableText,
  history: TextByDigest = () => null,
): TextByDigest {
  const { document, whole } = amended
  const texts = new Map([[whole, document.text]])
  const read = (text: string) => withText(document, text)
  for (const { text } of roundCopies(programme, amended.id))
    texts.set(wholeDigest(read(text), programme.assets), text)
  const adopted = amendmentsTo(programme, amended.id).filter(wasAdopted)
  // The map grows during this loop: each text found may lead to an earlier text.
  for (const [to, text] of texts)
    for (const [from, together] of adoptionsTo(to, adopted)) {
      const before = texts.has(from)
        ? null
        : textBeforeAdoption(programme, read(text), together, from)
      if (before !== null) texts.set(from, before)
    }
  return (digest) => texts.get(digest) ?? history(digest)
}

/** The amendments whose adoption gave the text `to`, grouped by the digest of the text before. */
export function adoptionsTo(
  to: string,
  adopted: readonly Amendment[],
): ReadonlyMap<string, readonly Amendment[]> {
  return groupedBy(
    adopted.filter((amendment) => amendment.adopted?.to === to),
    (amendment) => amendment.adopted?.from ?? '',
  )
}
