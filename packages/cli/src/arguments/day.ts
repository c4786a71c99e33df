// Loaded before every command: no more of the core than this.

import { readlinkSync } from 'node:fs'
import { dayFrom, isDay } from '@cahier/core/day'
import type { Option } from '../command.ts'
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

/** Today, `YYYY-MM-DD`, where the programme is. The only clock of the house. */
export function todayIn(timezone: string): string {
  return dayOf(Date.now() / 1000, timezone)
}

/**
 * The day of a moment, in seconds since 1970, where the programme is. What bears one to come, as a
 * commit may, was made by now: whose clock was ahead hides nothing.
 */
export function dayOf(seconds: number, timezone: string): string {
  const moment = new Date(Math.min(seconds * 1000, Date.now()))
  // A calendar takes 10 ms to make, where the machine has its own at once.
  if (timezone === zoneOfMachine()) return localDay(moment)
  try {
    return calendarOf(timezone).format(moment)
  } catch {
    return moment.toISOString().slice(0, 10)
  }
}

/** Whether a time zone is known here; the day of one that is not is that of universal time. */
export function isZone(timezone: string): boolean {
  if (timezone === zoneOfMachine()) return true
  try {
    calendarOf(timezone)
    return true
  } catch {
    return false
  }
}

// An editor asks for the day with each file, and a calendar costs more to make than to read.
const calendars = new Map<string, Intl.DateTimeFormat>()

function calendarOf(timezone: string): Intl.DateTimeFormat {
  const known = calendars.get(timezone)
  if (known !== undefined) return known
  const calendar = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  calendars.set(timezone, calendar)
  return calendar
}

function localDay(moment: Date): string {
  const twoDigits = (number: number) => String(number).padStart(2, '0')
  return [moment.getFullYear(), twoDigits(moment.getMonth() + 1), twoDigits(moment.getDate())].join(
    '-',
  )
}

/**
 * The name of the time zone that the machine is set to, `''` where it does not say: where V8 itself
 * looks for it.
 */
function zoneOfMachine(): string {
  if (process.env.TZ !== undefined) return process.env.TZ
  linked ??= zoneLinked()
  return linked
}

let linked: string | undefined

function zoneLinked(): string {
  try {
    return /\/zoneinfo\/(.+)$/.exec(readlinkSync('/etc/localtime'))?.[1] ?? ''
  } catch {
    return ''
  }
}
