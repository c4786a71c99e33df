/** Today, `YYYY-MM-DD`, where the programme is. The only clock of the house. */
export function todayIn(timezone: string): string {
  return dayOf(Date.now() / 1000, timezone)
}

/** The day of a moment, in seconds since 1970, where the programme is. */
export function dayOf(seconds: number, timezone: string): string {
  const moment = new Date(seconds * 1000)
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment)
  } catch {
    return moment.toISOString().slice(0, 10)
  }
}
