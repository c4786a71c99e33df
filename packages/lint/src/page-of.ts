/** The page of a rule, as it is written: in French, its opening in English too. @throws when there is no such rule. */
export async function pageOf(id: string): Promise<string> {
  const [family, name] = id.split('/')
  const { default: page } = (await import(`./rules/${family}/${name}.md`)) as { readonly default: string }
  return page
}
