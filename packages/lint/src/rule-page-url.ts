/**
 * The URL of a rule's page. The page is in `rules/`, beside this file or beside the bundle that
 * contains it.
 */
export function rulePageUrl(id: string): URL {
  return new URL(`./rules/${id}.md`, import.meta.url)
}
