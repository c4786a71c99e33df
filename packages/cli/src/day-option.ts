import { dayFrom, isDay } from '@cahier/core'
import type { Option } from './command.ts'
import { UsageError } from './usage-error.ts'

/** The `--date` option: the day that counts, as `Invocation.day` gives it. */
export const dateOption: Option = {
  type: 'string',
  value: { fr: 'JOUR', en: 'DAY' },
  help: {
    fr: 'le jour qui compte, par exemple 2025-03-12 (sinon aujourd’hui)',
    en: 'the day that counts, such as 2025-03-12 (else today)',
  },
}

/** The day an option gives. A day written another way is refused with the way it is to be written. */
export function dayGiven(option: string, written: string): string {
  if (isDay(written)) return written
  const meant = dayFrom(written) || '2025-03-12'
  throw new UsageError(
    `« ${written} » n’est pas un jour : écrivez année-mois-jour, ${dayFrom(written) ? '' : 'par exemple '}${option} ${meant}`,
    `“${written}” is no day: write year-month-day, ${dayFrom(written) ? '' : 'such as '}${option} ${meant}`,
  )
}
