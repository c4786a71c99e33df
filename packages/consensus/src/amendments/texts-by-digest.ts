import { type Amendment, type Programme, wholeDigest, withText } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { roundCopies } from '../records/copies.ts'
import { textAfterAdoption } from './adopted-text.ts'
import { type AmendableText, amendmentsTo, wasAdopted } from './amendable-text.ts'
import type { TextByDigest } from './place-amendment.ts'
import { textBeforeAdoption } from './text-before-adoption.ts'

/**
 * Gives texts by digest: the present one, copies in rounds, those before adoptions, then `history`.
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
  const pending = [...texts.keys()]
  for (let to = pending.pop(); to !== undefined; to = pending.pop()) {
    for (const [from, together] of adoptionsTo(to, adopted)) {
      if (texts.has(from)) continue
      for (const [digest, text] of textsBefore({ to, from, together })) {
        texts.set(digest, text)
        pending.push(digest)
      }
    }
  }
  return (digest) => texts.get(digest) ?? history(digest)

  /**
   * The text before an adoption. If the adoption before it changed the same paragraph, both are
   * undone, and the earlier one is applied again.
   */
  function textsBefore({
    to,
    from,
    together,
  }: Step): readonly (readonly [digest: string, text: string])[] {
    const steps: Step[] = [{ to, from, together }]
    for (
      let last: Step | undefined = steps[0];
      last !== undefined && steps.length <= MOST_STEPS;
      last = steps.at(-1)
    ) {
      const undone = steps.flatMap((step) => step.together)
      const text = textBeforeAdoption(programme, read(texts.get(to) as string), undone, last.from)
      if (text !== null) return appliedAgain(steps, last.from, text)
      const [earlier] = adoptionsTo(last.from, adopted)
      if (
        earlier === undefined ||
        texts.has(earlier[0]) ||
        steps.some((step) => step.from === earlier[0])
      )
        break
      steps.push({ to: last.from, from: earlier[0], together: earlier[1] })
    }
    return []
  }

  function appliedAgain(
    steps: readonly Step[],
    digest: string,
    text: string,
  ): readonly (readonly [string, string])[] {
    const found: [string, string][] = [[digest, text]]
    for (const step of steps.slice(1).reverse()) {
      const before = found.at(-1)?.[1] ?? ''
      const known = new Map([...texts, ...found])
      const after = textAfterAdoption(
        programme,
        { ...amended, document: read(before), whole: step.from },
        step.together,
        (one) => known.get(one) ?? null,
      )
      if (after === null || wholeDigest(read(after), programme.assets) !== step.to) break
      found.push([step.to, after])
    }
    return found
  }
}

/** The most adoptions undone together. */
const MOST_STEPS = 40

interface Step {
  readonly to: string
  readonly from: string
  readonly together: readonly Amendment[]
}

/** The amendments adopted into one text, grouped by the digest before. */
export function adoptionsTo(
  to: string,
  adopted: readonly Amendment[],
): ReadonlyMap<string, readonly Amendment[]> {
  return groupedBy(
    adopted.filter((amendment) => amendment.adopted?.to === to),
    (amendment) => amendment.adopted?.from ?? '',
  )
}
