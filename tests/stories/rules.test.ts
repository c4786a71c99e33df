import { expect, it } from 'vitest'
import { emptyDesk } from './desk.ts'
import { plain } from './plain.ts'
import { schemaFaults } from './schema-faults.ts'

it('lists the rules anywhere, by family, with what can be done about each', () => {
  const here = emptyDesk()
  const { code, out } = here.cahier('rules')
  expect(code).toBe(0)
  expect(plain(out)).toContain(
    '\nreference\n  reference/vocabulary  erreur, toujours active, --fix\n',
  )
  expect(plain(out)).toContain(
    '  typography/ellipsis  attention, --fix\n      Des points de suspension sont un seul signe',
  )
  const { rules } = JSON.parse(here.cahier('rules', '--format', 'json').out)
  expect(schemaFaults('report-rules', { rules })).toEqual([])
  expect(rules.find(({ id }: { id: string }) => id === 'typography/ellipsis')).toMatchObject({
    switchable: true,
    fixable: true,
    loose: true,
  })
})

it('tells a program of one rule what the list says of it, and its page', () => {
  const here = emptyDesk()
  const one = JSON.parse(here.cahier('rules', 'typography/ellipsis', '--format', 'json').out)
  expect(schemaFaults('report-rule', one)).toEqual([])
  const { rules } = JSON.parse(here.cahier('rules', '--format', 'json').out)
  expect(rules).toContainEqual({ ...one, page: undefined })
  expect(one.page).toMatch(/^# typography\/ellipsis\n/)
})

it('shows the page of a rule, by its name or the end of it, in the reader’s language', () => {
  const here = emptyDesk().where({ COLUMNS: '60' })
  const french = plain(here.cahier('rules', 'ellipsis').out)
  expect(french).toMatch(/^typography\/ellipsis\n\nDes points de suspension/)
  expect(french).toContain('la règle dit :\n')
  expect(french).not.toContain('An ellipsis')
  const english = here.cahier('rules', 'typography/ellipsis', '--lang', 'en').out
  expect(english).toMatch(/^typography\/ellipsis\n\nAn ellipsis is one character/)
  expect(english).toContain('the rule says:\n')
  expect(plain(here.cahier('rules', 'ellipsi').err)).toContain(
    'vouliez-vous « typography/ellipsis » ?',
  )
})
