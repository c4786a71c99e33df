import type { Desk } from './desk.ts'
import { plain } from './plain.ts'

/** What check says, remarks aside. */
export function told(
  here: Desk,
  ...words: readonly string[]
): { readonly code: number | null; readonly said: readonly string[] } {
  const { code, out } = here.cahier('check', '--format', 'json', ...words)
  const { findings } = JSON.parse(out) as {
    findings: { path: string; line: number; column: number; severity: string; message: string }[]
  }
  const said = findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ path, line, column, message }) => `${path}:${line}:${column} ${plain(message)}`)
  return { code, said }
}
