import { FILE_START, type Finding } from '@cahier/core'
import { expect, it } from 'vitest'
import { type FixJob, fixTexts } from './fix-texts.ts'

/**
 * Says of each text that its first letter should be another; nothing of a letter that has no other.
 */
function mendable(
  texts: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): FixJob {
  return {
    texts: new Map(Object.entries(texts)),
    lint: (now, paths) =>
      [...paths].flatMap((path): Finding[] => {
        const text = other[now.get(path)?.[0] ?? '']
        const finding = {
          rule: 'typography/apostrophe',
          severity: 'warning' as const,
          message: 'm',
          data: {},
          path,
          place: FILE_START,
        }
        return text === undefined ? [] : [{ ...finding, edits: [{ path, start: 0, end: 1, text }] }]
      }),
    wanted: (found) => found,
    closed: () => null,
    check: () => null,
  }
}

it('fixes a text again until nothing is left to fix', () => {
  const { texts, fixed, remaining, refused } = fixTexts(
    mendable({ 'x.md': 'a…', 'y.md': 'd…' }, { a: 'b', b: 'c', c: 'd' }),
  )
  expect([...texts]).toEqual([['x.md', 'd…']])
  expect([fixed.length, remaining, refused]).toEqual([3, [], []])
})

it('a text that two rules change back and forth is left as it was, and said to be; the others are fixed', () => {
  const { texts, fixed, remaining, refused } = fixTexts(
    mendable({ 'x.md': 'a…', 'y.md': 'c…' }, { a: 'b', b: 'a', c: 'd' }),
  )
  expect([...texts]).toEqual([['y.md', 'd…']])
  expect(fixed.map(({ path }) => path)).toEqual(['y.md'])
  expect(remaining.map(({ path, edits }) => [path, edits])).toEqual([['x.md', undefined]])
  expect(refused.map(({ finding, why }) => [finding.path, why])).toEqual([['x.md', 'error']])
})

it('keeps a list of links in step with the headings it names, even when too many change for one run', () => {
  const headings = Array.from({ length: 15 }, (_, rank) => `h${rank}.md`)
  const of = (change: { path: string }) => headings.indexOf(change.path)
  const { texts } = fixTexts({
    ...mendable(
      { ...Object.fromEntries(headings.map((path) => [path, 'a'])), links: 'a'.repeat(15) },
      { a: 'b' },
    ),
    check: () => 'linked',
    follow: (now, change) => {
      const links = [...(now.get('links') ?? '')]
      return of(change) < 0
        ? null
        : new Map([
            [change.path, change.after],
            ['links', links.with(of(change), change.after).join('')],
          ])
    },
  })
  expect(headings.map((path) => texts.get(path) ?? 'a').join('')).toBe(texts.get('links'))
})
