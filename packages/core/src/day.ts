const MONTHS = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']

/** A day as people write it (`12/03/2025`, `12 mars 2025`, `2025-3-1`) as `YYYY-MM-DD`, day before month; `''` when it is no day. */
export function dayFrom(written: string): string {
  const plain = plainOf(written)
  const numbers = /^(\d{1,2})(?:er)?[/. -](\d{1,2})[/. -](\d{4})$/.exec(plain)
  if (numbers !== null) return dayOf(numbers[3], numbers[2], numbers[1])
  const ordered = /^(\d{4})[/. -](\d{1,2})[/. -](\d{1,2})$/.exec(plain)
  if (ordered !== null) return dayOf(ordered[1], ordered[2], ordered[3])
  const words = /^(\d{1,2})(?:er)?\s+([a-z]+)\.?\s+(\d{4})$/.exec(plain)
  if (words === null) return ''
  const month = monthNamed(words[2])
  return month === '' ? '' : dayOf(words[3], month, words[1])
}

/** The day of `03/04/2025` for who writes the month first; `''` when that is no day, or the same. */
export function dayMonthFirst(written: string): string {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(plainOf(written)) ?? []
  return Number(month) === Number(day) ? '' : dayOf(year, month, day)
}

/** A month as people write it (`mars 2025`, `3/2025`) as `YYYY-MM`; `''` when it is none. */
export function monthFrom(written: string): string {
  const plain = plainOf(written)
  const [, name, year] = /^([a-z]+)\.?\s+(\d{4})$/.exec(plain) ?? []
  const [, number, ofYear] = /^(\d{1,2})[/. -](\d{4})$/.exec(plain) ?? []
  const month = number ?? monthNamed(name)
  const day = month === '' ? '' : dayOf(year ?? ofYear, month, '1')
  return day.slice(0, 7)
}

/** Whether a string is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(...(text.split('-') as [string, string, string])) === text
}

function plainOf(written: string): string {
  return written
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()
}

function monthNamed(name = ''): string {
  const [month, other] = name.length < 3 ? [] : MONTHS.filter((one) => one.startsWith(name))
  // « jui » may be one or the other.
  return month === undefined || other !== undefined ? '' : String(MONTHS.indexOf(month) + 1)
}

function dayOf(year = '', month = '', day = ''): string {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written ? '' : written
}
