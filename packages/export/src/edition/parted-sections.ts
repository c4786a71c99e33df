import type { PrintedSection } from './edition.ts'

/**
 * The sections of a proposal up to what people consent to, and those after it: what is asked, who
 * disagrees and what was decided stand between.
 */
export function partedSections(
  sections: readonly PrintedSection[],
): readonly [before: PrintedSection[], after: PrintedSection[]] {
  const end = sections.findLastIndex(({ normative }) => normative) + 1 || sections.length
  return [sections.slice(0, end), sections.slice(end)]
}
