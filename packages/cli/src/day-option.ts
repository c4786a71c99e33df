// Asked of every verb, before the rest of the core is loaded.
import { dayFrom, isDay } from '@cahier/core/day'
import type { Option } from './command.ts'
import { UsageError } from './usage-error.ts'

/** The `--date` option: the day that counts, as `Invocation.day` gives it. */
export const dateOption: Option = {
  type: 'string',
  value: { fr: 'JOUR', en: 'DAY' },
  help: {
    fr: 'le jour qui compte, par exemple 2025-03-12 (sinon aujourd’hui)',
    en: 'the day that counts, such as 2025-03-12 (default: today)',
  },
}

/**
 * The day that an option (`--date`) or a variable (`CAHIER_DATE=`) gives. A day that does not
 * exist, or is written another way, is refused with the way it is to be written.
 */
export function dayGiven(option: string, written: string): string {
  if (isDay(written)) return written
  const meant = `${option}${option.endsWith('=') ? '' : ' '}${dayFrom(written) || '2025-03-12'}`
  throw new UsageError(
    `« ${written} » n’est pas un jour : écrivez année-mois-jour, ${dayFrom(written) ? '' : 'par exemple '}${meant}`,
    `“${written}” is not a day: write year-month-day, ${dayFrom(written) ? '' : 'such as '}${meant}`,
  )
}
