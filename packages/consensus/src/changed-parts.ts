import { normativeDigests, type Programme, type Proposal } from '@cahier/core'

/**
 * The parts of the normative text that are not the same in two texts of a proposal: a key of the
 * head, or `## <title>` of a section.
 */
export function changedParts(
  old: Proposal,
  young: Proposal,
  { manifest, assets }: Pick<Programme, 'manifest' | 'assets'>,
): readonly string[] {
  const [before, after] = [
    normativeDigests(old, manifest, assets),
    normativeDigests(young, manifest, assets),
  ]
  return Object.keys({ ...before, ...after }).filter((part) => before[part] !== after[part])
}
