import { type Adoption, type Amendment, type Edit, editAt } from '@cahier/core'
import { splitHead } from '@cahier/prose'

/**
 * Edits that write what became of an amendment, undecided until now, at the end of its head, after
 * the ordinals it quotes when these were left out; every other byte of the file is kept.
 */
export function fateEdits(
  { document }: Amendment,
  outcome: Amendment['outcome'],
  adopted: Adoption | null,
  at: readonly number[] = [],
): readonly Edit[] {
  const { path, text, places } = document
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const headEnd = splitHead(text).head?.end ?? 0
  const ranks = at.length > 0 ? `[${at.join(', ')}]` : ''
  // A list left empty is filled in: a key stands once.
  const empty = ranks === '' ? undefined : places['/at']?.value
  const lines = [
    ...(ranks === '' || empty !== undefined ? [] : [`at: ${ranks}`]),
    `outcome: ${outcome}`,
    ...(adopted === null ? [] : [`adopted: ${recordOf(adopted)}`]),
  ]
  const written = {
    path,
    start: headEnd,
    end: headEnd,
    text: lines.map((line) => `${line}${eol}`).join(''),
  }
  return empty === undefined ? [written] : [editAt(path, empty, ranks), written]
}

function recordOf({ date, from, to, with: others, hunks }: Adoption): string {
  const list = (items: readonly (string | number)[]) => `[${items.join(', ')}]`
  const together = others.length > 0 ? `, with: ${list(others.map(asText))}` : ''
  return `{date: ${date}, from: ${from}, to: ${to}${together}, hunks: ${list(hunks)}}`
}

// A name of digits alone, such as that of « 25 days », is no number.
function asText(id: string): string {
  return /^[\d.e_x+-]+$|^(?:true|false|null|~)$/i.test(id) ? `"${id}"` : id
}
