import type { Adoption, Amendment, Edit } from '@cahier/core'
import { splitHead } from '@cahier/prose'

/** Edits that write what became of an amendment at the end of its head, after the ordinals it quotes when these were left out; every other byte of the file is kept. */
export function fateEdits(
  { document }: Amendment,
  outcome: Amendment['outcome'],
  adopted: Adoption | null,
  at: readonly number[] = [],
): readonly Edit[] {
  const { path, text, places } = document
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const headEnd = splitHead(text).head?.end ?? 0
  // A line `outcome:` left empty is taken out: a key stands once.
  const edits: Edit[] = []
  for (const key of ['outcome', 'adopted']) {
    const place = places[`/${key}`]?.key
    if (place === undefined || place === null) continue
    const start = text.lastIndexOf('\n', place.start.offset - 1) + 1
    const end = text.indexOf('\n', place.end.offset) + 1
    edits.push({ path, start, end, text: '' })
  }
  const ranks = at.length > 0 ? [`at: [${at.join(', ')}]`] : []
  const lines = [...ranks, `outcome: ${outcome}`, ...(adopted === null ? [] : [`adopted: ${recordOf(adopted)}`])]
  const last = edits.find(({ end }) => end === headEnd)
  const written = lines.map((line) => `${line}${eol}`).join('')
  if (last === undefined) return [...edits, { path, start: headEnd, end: headEnd, text: written }]
  return edits.map((edit) => (edit === last ? { ...edit, text: written } : edit))
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
