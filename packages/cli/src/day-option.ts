import { dayFrom, isDay } from '@cahier/core'
import { UsageError } from './usage-error.ts'

/** The day an option gives. A day written another way is refused with the way it is to be written. */
export function dayIn(option: string, written: string): string {
  if (isDay(written)) return written
  const meant = dayFrom(written) || '2025-03-12'
  throw new UsageError(
    `« ${written} » n’est pas un jour : écrivez année-mois-jour, ${dayFrom(written) ? '' : 'par exemple '}${option} ${meant}`,
    `“${written}” is no day: write year-month-day, ${dayFrom(written) ? '' : 'such as '}${option} ${meant}`,
  )
}
