import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readingProgress } from './progress.ts'
import { eraseLine } from './terminal.ts'

let drawn: string[]

beforeEach(() => {
  drawn = []
  vi.useFakeTimers()
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    drawn.push(String(text))
    return true
  })
})

afterEach(() => {
  eraseLine()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const terminal = { width: 40, wraps: true, colours: false, progress: true }

it('a long reading says where it is, on one line that is drawn over, and is gone before anything is printed', () => {
  const reading = readingProgress({ terminal, language: 'fr' })
  reading?.('axes/a/a.md')
  expect(drawn).toEqual([])
  vi.advanceTimersByTime(1000)
  for (const path of ['axes/b/b.md', 'axes/b/c.md', `axes/b/${'d'.repeat(60)}.md`]) {
    reading?.(path)
    reading?.(path)
    vi.advanceTimersByTime(150)
  }
  eraseLine()
  eraseLine()
  const over = '\r\x1B[2K'
  expect(drawn).toEqual([
    `${over}Lecture\u00A0: axes/b/b.md`,
    `${over}Lecture\u00A0: axes/b/c.md`,
    `${over}Lecture\u00A0: axes/b/${'d'.repeat(22)}`,
    over,
  ])
})

it('the name of a file commands no terminal, and where there is none nothing is drawn', () => {
  const reading = readingProgress({ terminal, language: 'en' })
  vi.advanceTimersByTime(1000)
  reading?.('axes/\x1B[2J.md')
  expect(drawn).toEqual(['\r\x1B[2KReading axes/␛[2J.md'])
  expect(readingProgress({ terminal: { ...terminal, progress: false }, language: 'fr' })).toBeNull()
})
