import { dayMonthFirst, type Finding } from '@cahier/core'

/**
 * Those who read a head take `03/04/2027` for a day of April, as all languages do but one: in
 * English it may be of March, and that is for a person to say.
 */
export function askingWhichDay(findings: readonly Finding[], language: string): readonly Finding[] {
  return /^en\b/i.test(language) ? findings.map(asked) : findings
}

function asked(finding: Finding): Finding {
  const { rule, message, data } = finding
  const other =
    rule === 'structure/schema' && NEAR.has(message) ? dayMonthFirst(String(data.value)) : ''
  if (other === '') return finding
  const { edits, ...rest } = finding
  return { ...rest, message: 'dayEither', data: { ...data, other } }
}

const NEAR = new Set(['dayNear', 'whenNear'])
