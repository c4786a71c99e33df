/** The address of the documentation page of a rule, relative to this file or to the bundle. */
export function pageAddress(id: string): URL {
  return new URL(`./rules/${id}.md`, import.meta.url)
}
