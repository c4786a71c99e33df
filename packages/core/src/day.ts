const MONTHS = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']

/** A day as people write it (`12/03/2025`, `12 mars 2025`, `2025-3-1`) as `YYYY-MM-DD`, day before month; `''` when it is no day. */
export function dayFrom(written: string): string {
  const plain = written
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()
  const numbers = /^(\d{1,2})(?:er)?[/. -](\d{1,2})[/. -](\d{4})$/.exec(plain)
  if (numbers !== null) return dayOf(numbers[3], numbers[2], numbers[1])
  const ordered = /^(\d{4})[/. -](\d{1,2})[/. -](\d{1,2})$/.exec(plain)
  if (ordered !== null) return dayOf(ordered[1], ordered[2], ordered[3])
  const words = /^(\d{1,2})(?:er)?\s+([a-z]+)\.?\s+(\d{4})$/.exec(plain)
  if (words === null) return ''
  const month = MONTHS.findIndex((name) => name.startsWith(words[2] as string) && (words[2] as string).length >= 3)
  return month < 0 ? '' : dayOf(words[3], String(month + 1), words[1])
}

/** Whether a string is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(...(text.split('-') as [string, string, string])) === text
}

function dayOf(year = '', month = '', day = ''): string {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written ? '' : written
}
