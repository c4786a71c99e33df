import { expect, it } from 'vitest'
import { emptyDesk } from './desk.ts'

function two(old: string, young: string) {
  const here = emptyDesk()
  here.write('old.md', old)
  here.write('new.md', young)
  return here
}

it('shows each line that changes, in whole words', () => {
  const here = two('Un.\n\nOuvert à l’école, 30 % du temps.\n', 'Un.\n\nOuvert à l’hôpital, 50 % du temps.\n')
  expect(here.cahier('diff', 'old.md', 'new.md')).toEqual({
    code: 0,
    out: '3: Ouvert à [-l’école-]{+l’hôpital+}, [-30 %-]{+50 %+} du temps.\n',
    err: '',
  })
})

it('says nothing of two equal texts', () => {
  expect(two('Un.\n', 'Un.\n').cahier('diff', 'old.md', 'new.md')).toEqual({ code: 0, out: '', err: '' })
})

it('is written for an editor, for a page and for a program', () => {
  const here = two('Trente jours < un mois.\n', 'Vingt jours < un mois.\n')
  expect(here.cahier('diff', '--format', 'criticmarkup', 'old.md', 'new.md').out).toBe('{~~Trente~>Vingt~~} jours < un mois.\n')
  expect(here.cahier('diff', '--format', 'html', 'old.md', 'new.md').out).toBe(
    '<div class="diff" style="white-space: pre-wrap"><del>Trente</del><ins>Vingt</ins> jours &lt; un mois.\n</div>\n',
  )
  expect(JSON.parse(here.cahier('diff', '--format', 'json', 'old.md', 'new.md').out)).toEqual([
    { line: 1, oldStart: 0, newStart: 0, old: 'Trente', new: 'Vingt' },
  ])
})

it('wants two texts', () => {
  const here = two('Un.\n', 'Deux.\n')
  expect(here.cahier('diff', 'old.md').code).toBe(2)
  expect(here.cahier('diff', 'old.md', 'absent.md').code).toBe(2)
})
