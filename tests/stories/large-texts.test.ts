import { expect, it } from 'vitest'
import { emptyDesk } from './desk.ts'

// Node has a call take some 125,000 arguments here; threads that tests of one function run in take
// four times as many.
const MANY = 127_000

it('of more slips than a call can have arguments, each is fixed', () => {
  const here = emptyDesk()
  here.write('a.md', `${'un  mot '.repeat(100)}\n\n`.repeat(MANY / 100))
  expect(here.cahier('lint', '--fix', '--no-cache', 'a.md')).toMatchObject({ code: 0, err: '' })
  expect(here.read('a.md').match(/un mot/g)).toHaveLength(MANY)
})

it('of more lines in an admonition, more rows in a table, all is printed', () => {
  const here = emptyDesk()
  here.write('textes/a.md', `:::note\n${'oui\n'.repeat(MANY)}:::\n`)
  here.write('textes/b.md', `| a |\n| --- |\n${'|\n'.repeat(MANY)}| fin |\n`)
  expect(
    here.cahier('publish', '--loose', 'textes', '--format', 'txt', '--out', 'livre'),
  ).toMatchObject({ code: 0 })
  const text = here.read(here.files().find((path) => path.endsWith('.txt')) ?? '')
  expect(text.match(/\boui\b/g)).toHaveLength(MANY)
  expect(text).toMatch(/\bfin\b/)
})
