import { type Adoption, type Amendment, type Edit, editAt } from '@cahier/core'
import { splitFrontMatter } from '@cahier/prose'

/** Edits of an amendment's front matter: its outcome and the numbers of quoted blocks (`at`). */
export function outcomeEdits(
  { document }: Amendment,
  outcome: Amendment['outcome'],
  adopted: Adoption | null,
  at: readonly number[] = [],
): readonly Edit[] {
  const { path, text, places } = document
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const headEnd = splitFrontMatter(text).head?.end ?? 0
  const ranks = at.length > 0 ? `[${at.join(', ')}]` : ''
  // YAML allows a key only once: an empty `at` that is already there is filled.
  const empty = ranks === '' ? undefined : places['/at']?.value
  const lines = [
    ...(ranks === '' || empty !== undefined ? [] : [`at: ${ranks}`]),
    `outcome: ${outcome}`,
    ...(adopted === null ? [] : [`adopted: ${adoptionInYaml(adopted)}`]),
  ]
  const written = {
    path,
    start: headEnd,
    end: headEnd,
    text: lines.map((line) => `${line}${eol}`).join(''),
  }
  return empty === undefined ? [written] : [editAt(path, empty, ranks), written]
}

function adoptionInYaml({ date, from, to, with: others, hunks }: Adoption): string {
  const list = (items: readonly (string | number)[]) => `[${items.join(', ')}]`
  const together = others.length > 0 ? `, with: ${list(others.map(asText))}` : ''
  return `{date: ${date}, from: ${from}, to: ${to}${together}, hunks: ${list(hunks)}}`
}

// YAML would read a name made of digits as a number.
function asText(id: string): string {
  return /^[\d.e_x+-]+$|^(?:true|false|null|~)$/i.test(id) ? `"${id}"` : id
}
