import type { ThreeTexts } from './merge-text.ts'

/**
 * The number that rises with each change of a YAML file, where nothing is before or after it on its
 * line but a comment.
 */
const SERIAL = /\d{1,15}(?<=^serial:[ \t]*\d{1,15})(?=[ \t]*(?:#.*)?\r?$)/gm

/**
 * Three texts in which the number that both sides raised, each to another, is the greater one
 * everywhere; `null` when that is not the case.
 */
export function withRisenSerial(texts: ThreeTexts): ThreeTexts | null {
  const { base, ours, theirs, isData } = texts
  if (isData !== true) return null
  const [before = 0, one, other] = [base, ours, theirs].map(serialOf)
  if (one === undefined || other === undefined || one === other || Math.min(one, other) <= before)
    return null
  const risen = (text: string) => text.replace(SERIAL, String(Math.max(one, other)))
  return { ...texts, base: risen(base), ours: risen(ours), theirs: risen(theirs) }
}

function serialOf(text: string): number | undefined {
  const found = text.match(SERIAL) ?? []
  return found.length === 1 ? Number(found[0]) : undefined
}
