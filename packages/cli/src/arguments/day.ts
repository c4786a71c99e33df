// This module is loaded before every command, so it imports only a small part of the core.

import { readlinkSync } from 'node:fs'
import { dayFrom, isDay } from '@cahier/core/day'
import { UsageError } from './usage-error.ts'

/**
 * Checks a day written in an option (`--date`) or a variable (`CAHIER_DATE=`), and returns it.
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

/** The day of a moment (`seconds` since 1970). A moment in the future counts as now. */
export function dayOf(seconds: number, timezone: string): string {
  const moment = new Date(Math.min(seconds * 1000, Date.now()))
  const utcDay = (date: Date) => date.toISOString().slice(0, 10)
  // Fast path: the creation of a calendar takes 10 ms.
  if (timezone === zoneOfMachine())
    return utcDay(new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000))
  return calendarOf(timezone)?.format(moment) ?? utcDay(moment)
}

/** True when a time zone exists. For an unknown zone, `dayOf` uses UTC. */
export function isZone(timezone: string): boolean {
  return timezone === zoneOfMachine() || calendarOf(timezone) !== null
}

const calendars = new Map<string, Intl.DateTimeFormat>()

function calendarOf(timeZone: string) {
  try {
    const calendar =
      calendars.get(timeZone) ??
      new Intl.DateTimeFormat('en-CA', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      })
    calendars.set(timeZone, calendar)
    return calendar
  } catch {
    return null
  }
}

function zoneOfMachine() {
  if (process.env.TZ !== undefined) return process.env.TZ
  try {
    return /\/zoneinfo\/(.+)$/.exec(readlinkSync('/etc/localtime'))?.[1] ?? ''
  } catch {
    return ''
  }
}
