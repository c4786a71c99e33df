import { expect, it } from 'vitest'
import { chapter, composed } from './sample-book.ts'

it.each([
  ['the title of an alert', (run: string) => `> [!note] a${run}b\n`],
  ['the caption of a table', (run: string) => `| a |\n| - |\n| b |\n\n: a${run}b\n`],
  ['code in HTML', (run: string) => `<pre>a${run}b</pre>\n`],
])(
  'blanks of any number in %s are read once: looked at again from each of them, they would outlast the test',
  (_, written) => {
    expect(chapter(composed({ 'a.md': `# A\n\n${written('\t'.repeat(300_000))}` })).title).toBe('A')
  },
)

it('so are the authors of a head of pandoc, and escapes beside code', () => {
  const run = '\t'.repeat(300_000)
  expect(
    chapter(composed({ 'a.md': `% A\n% Ana${run}Bo\n\n# A\n\n\`un\` ${'\\'.repeat(300_000)}.\n` }))
      .title,
  ).toBe('A')
})
