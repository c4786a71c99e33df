// Loaded before every command: imports only a small part of the core.

import { readlinkSync } from 'node:fs'
import { dayFrom, isDay } from '@cahier/core/day'
import type { Option } from '../command.ts'
import { UsageError } from './usage-error.ts'

export const dateOption: Option = {
  type: 'string',
  value: { fr: 'JOUR', en: 'DAY' },
  help: {
    fr: 'le jour qui compte, comme 2025-03-12 (sinon aujourd’hui)',
    en: 'the day that counts, such as 2025-03-12 (default: today)',
  },
}

/**
 * The day given by an option (`--date`) or a variable (`CAHIER_DATE=`).
 * @throws {UsageError} when there is no such day.
 */
export function dayGiven(option: string, written: string): string {
  if (isDay(written)) return written
  const example = `${option}${option.endsWith('=') ? '' : ' '}${dayFrom(written) || '2025-03-12'}`
  throw new UsageError(
    `« ${written} » n’est pas un jour : écrivez année-mois-jour, ${dayFrom(written) ? '' : 'par exemple '}${example}`,
    `“${written}” is not a day: write year-month-day, ${dayFrom(written) ? '' : 'such as '}${example}`,
  )
}

/** Today in a time zone, `YYYY-MM-DD`. */
export function todayIn(timezone: string): string {
  return dayOf(Date.now() / 1000, timezone)
}

/** The day of a moment in seconds since 1970. A future moment counts as now: clocks may be fast. */
export function dayOf(seconds: number, timezone: string): string {
  const moment = new Date(Math.min(seconds * 1000, Date.now()))
  // Fast path: a calendar takes 10 ms to make.
  if (timezone === zoneOfMachine()) return localDay(moment)
  try {
    return calendarOf(timezone).format(moment)
  } catch {
    return moment.toISOString().slice(0, 10)
  }
}

/** Whether a time zone exists. `dayOf` takes UTC for an unknown one. */
export function isZone(timezone: string): boolean {
  if (timezone === zoneOfMachine()) return true
  try {
    calendarOf(timezone)
    return true
  } catch {
    return false
  }
}

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

/** The time zone of the machine, from `TZ` or `/etc/localtime`; `''` if unknown. */
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
