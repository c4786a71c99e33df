/**
 * Which of three spellings of one word, or of the blanks before it, stands: the one that changed.
 * When both sides changed it, the side whose words changed there, else the one with more line ends,
 * then the longer, then the last in code order: never a dispute, and the same whichever side is
 * ours. `base` is `null` where the base has no such word.
 */
export function settledSpacing(
  base: string | null,
  ours: string,
  theirs: string,
  changed: 'ours' | 'theirs' | 'both',
): string {
  if (ours === theirs || theirs === base) return ours
  if (ours === base) return theirs
  if (changed !== 'both') return changed === 'ours' ? ours : theirs
  const lines = (text: string) => text.split('\n').length
  const order =
    lines(ours) - lines(theirs) || ours.length - theirs.length || (ours < theirs ? -1 : 1)
  return order > 0 ? ours : theirs
}
