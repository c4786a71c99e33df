/** The measures of an edition, or of some of its chapters, in print order. */
export function measuresOf<Printed>({
  chapters,
}: {
  readonly chapters: readonly { readonly measures: readonly Printed[] }[]
}): readonly Printed[] {
  return chapters.flatMap(({ measures }) => measures)
}
