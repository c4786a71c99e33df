/**
 * The calendar day where the programme is, as YYYY-MM-DD, unless CAHIER_DATE has another: what
 * turbo remembers of `check` and `status` holds for one day.
 */
export function today() {
  const calendar = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Paris',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return process.env.CAHIER_DATE || calendar.format(new Date())
}
