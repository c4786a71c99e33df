// @module-tag long
import { expect, it } from 'vitest'
import { chapter, composed } from './sample-book.ts'

it.each([
  ['an alert', (run: string) => `> [!note]${run}b\n`],
  ['code in HTML', (run: string) => `<pre>a${run}b</pre>\n`],
])('any number of blanks in %s is read in linear time', (_, written) => {
  expect(chapter(composed({ 'a.md': `# A\n\n${written('\t'.repeat(300_000))}` })).title).toBe('A')
})
