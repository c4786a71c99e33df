/** The URL of the documentation page of a rule, beside this file or the bundle. */
export function rulePageUrl(id: string): URL {
  return new URL(`./rules/${id}.md`, import.meta.url)
}
