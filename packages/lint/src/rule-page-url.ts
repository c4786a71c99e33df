/** The URL of the page of a rule, in `rules/` beside this code, bundled or not. */
export function rulePageUrl(id: string): URL {
  return new URL(`./rules/${id}.md`, import.meta.url)
}
