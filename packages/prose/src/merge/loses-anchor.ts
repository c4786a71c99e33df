import { cutData } from './merge-data.ts'

/** Where YAML gives a value a name, and where it says the value of a name. */
const NAMES = /[&*](?<=(?:^|[:,[{-][ \t]+)[&*])[^\s,[\]{}]+/gm

/**
 * Whether merged YAML says the value of a name that nothing before it has, as where one side
 * renamed what the other made use of.
 */
export function losesAnchor(text: string, isData: boolean): boolean {
  const named = new Set<string>()
  return (cutData(text, isData)?.yaml.match(NAMES) ?? []).some((name) => {
    if (name.startsWith('&')) named.add(name.slice(1))
    return name.startsWith('*') && !named.has(name.slice(1))
  })
}
