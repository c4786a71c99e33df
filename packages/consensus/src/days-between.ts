const DAY = 24 * 60 * 60 * 1000

/**
 * The day that comes so many days after another, both `YYYY-MM-DD`; before it when the number is
 * negative.
 */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** Whole days from one day to another, both `YYYY-MM-DD`; negative when the other comes before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}
