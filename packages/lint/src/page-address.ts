/** Where the page of a rule lies, in both languages: beside this file, and beside the bundle. */
export function pageAddress(id: string): URL {
  return new URL(`./rules/${id}.md`, import.meta.url)
}
