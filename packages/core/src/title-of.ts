/**
 * The title of what has this id, among terms, axes or proposals; the id itself where nothing has.
 */
export function titleOf(
  titled: readonly { readonly id: string; readonly title: string }[],
  id: string,
): string {
  return titled.find((one) => one.id === id)?.title ?? id
}
