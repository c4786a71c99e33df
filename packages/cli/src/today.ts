/** Today, `YYYY-MM-DD`, where the programme is. The only clock of the house. */
export function todayIn(timezone: string): string {
  return dayOf(Date.now() / 1000, timezone)
}

/** The day of a moment, in seconds since 1970, where the programme is. */
export function dayOf(seconds: number, timezone: string): string {
  const moment = new Date(seconds * 1000)
  try {
    return calendarOf(timezone).format(moment)
  } catch {
    return moment.toISOString().slice(0, 10)
  }
}

// An editor asks for the day with each file, and a calendar costs more to make than to read.
const calendars = new Map<string, Intl.DateTimeFormat>()

function calendarOf(timezone: string): Intl.DateTimeFormat {
  const known = calendars.get(timezone)
  if (known !== undefined) return known
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' })
  calendars.set(timezone, calendar)
  return calendar
}
