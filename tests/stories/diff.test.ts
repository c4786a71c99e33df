import { expect, it } from 'vitest'
import { emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

function two(old: string, young: string) {
  const here = emptyDesk()
  here.write('old.md', old)
  here.write('new.md', young)
  return here
}

it('shows each passage as it was and as it is, in whole words', () => {
  const here = two(
    'Un.\n\nOuvert à l’école, 30 % du temps.\n\nDeux.\n',
    'Un.\n\nOuvert à l’hôpital, 50 % du temps.\n\nDeux.\n\nTrois mots.\n',
  )
  const { code, out, err } = here.cahier('diff', 'old.md', 'new.md')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(plain(out)).toBe(
    [
      'Les mots qui changent sont entre [[ et ]].',
      '',
      'Ligne 3',
      '  avant : Ouvert à [[l’école]], [[30 %]] du temps.',
      '  après : Ouvert à [[l’hôpital]], [[50 %]] du temps.',
      '',
      'Ligne 6',
      '  ajouté : [[Trois mots.]]',
      '',
      '2 passages changent.',
      '',
    ].join('\n'),
  )
})

it('shows blanks when they are all that changes', () => {
  expect(
    plain(two('Un mot.\n', 'Un\u00A0mot.\n').cahier('diff', 'old.md', 'new.md').out),
  ).toContain('Un[[␣]]mot.')
})

it('leaves out what is far from a change, before, between and after, at blanks', () => {
  const same = 'un mot et encore '.repeat(20)
  const shown = two(
    `Un. ${same}Deux. ${same}fin.\n\n${same}trois.\n`,
    `Une. ${same}Dix. ${same}fin.\n\n${same}cent.\n`,
  )
  const lines = plain(
    shown.where({ COLUMNS: '2000' }).cahier('diff', 'old.md', 'new.md').out,
  ).split('\n')
  expect(lines[3]).toMatch(
    /^ {2}avant : \[\[Un\]\]\. .{85,110}\b … \b.{85,110}\[\[Deux\]\]\. .{85,110}\b …$/,
  )
  expect(lines[7]).toMatch(/^ {2}avant : … \b.{85,110}\[\[trois\]\]\.$/)
  const address = `https://exemple.fr/${'page/'.repeat(60)}`
  expect(
    plain(
      two(`Un ${address} deux.\n`, `Une ${address} dix.\n`).cahier('diff', 'old.md', 'new.md').out,
    ).split('page/').length,
  ).toBe(121)
})

it('says nothing of two equal texts', () => {
  expect(two('Un.\n', 'Un.\n').cahier('diff', 'old.md', 'new.md')).toEqual({
    code: 0,
    out: '',
    err: '',
  })
})

it('is written for an editor, for a page and for a program', () => {
  const here = two('Trente jours < un mois.\n', 'Vingt jours < un mois.\n')
  expect(here.cahier('diff', '--format', 'criticmarkup', 'old.md', 'new.md').out).toBe(
    '{~~Trente~>Vingt~~} jours < un mois.\n',
  )
  const page = here.cahier('diff', '--format', 'html', 'old.md', 'new.md').out
  expect(page).toContain('<main><del>Trente</del><ins>Vingt</ins> jours &lt; un mois.\n</main>')
  expect(page).not.toMatch(/<script|https?:/)
  expect(JSON.parse(here.cahier('diff', '--format', 'json', 'old.md', 'new.md').out)).toEqual([
    { line: 1, oldStart: 0, newStart: 0, old: 'Trente', new: 'Vingt' },
  ])
  const far = two('Un.\nDix jours.\nTrente.\n', 'Un.\nVingt-cinq jours.\nCent.\n')
  expect(JSON.parse(far.cahier('diff', '--format', 'json', 'old.md', 'new.md').out)).toEqual([
    { line: 2, oldStart: 4, newStart: 4, old: 'Dix', new: 'Vingt-cinq' },
    { line: 3, oldStart: 15, newStart: 22, old: 'Trente.', new: 'Cent.' },
  ])
})

it('sets each sentence on its line for git, but not what is no sentence', () => {
  const text = '---\ntitle: Un\n---\n\nUn. Deux\ntrois.\n\n```\na. B\nc\n```\n\n| A. B | C |\n'
  expect(two(text, '').cahier('diff', '--sentences', 'old.md').out).toBe(
    '---\ntitle: Un\n---\n\nUn.\nDeux trois.\n\n```\na. B\nc\n```\n\n| A. B | C |\n',
  )
})

it('wants two texts', () => {
  const here = two('Un.\n', 'Deux.\n')
  expect(here.cahier('diff', 'old.md').code).toBe(2)
  const { code, err } = here.cahier('diff', 'old.md', 'absent.md')
  expect({ code, err: plain(err) }).toEqual({
    code: 2,
    err: 'cahier : « absent.md » n’existe pas\n',
  })
  expect(here.cahier('diff', '--sentences', 'old.md', 'new.md').code).toBe(2)
})
