import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

it('a control character in the message of a commit hides no version of the text', () => {
  const here = desk()
  here.git('init', '-q')
  here.commit('Le début', '--date=2025-02-01')
  here.edit('axes/services/guichet.md', 'deux jours', 'trois jours')
  here.commit('Trois jours\x01, et non deux')
  const { out } = here.cahier('log', 'guichet', '--date', '2999-01-01')
  expect(plain(out)).toContain(
    'Le texte change (Ce que nous proposons) — « Trois jours␁, et non deux »',
  )
})

it('a file whose name has signs that mean something to git has its versions, and no other’s', () => {
  const here = desk()
  here.git('init', '-q')
  here.write('axes/services/a[b.md', here.read('axes/services/guichet.md'))
  here.commit('Un nom à changer')
  const { out } = here.cahier('log', 'a[b', '--date', '2999-01-01')
  expect(plain(out)).toContain('« Un nom à changer »')
})

it('tells the versions in their order, where a file has taken its first name back', () => {
  const here = desk()
  here.git('init', '-q')
  const path = (name: string) => `axes/services/${name}.md`
  here.commit('Le début')
  here.git('mv', path('guichet'), path('accueil'))
  here.edit(path('accueil'), 'deux jours', 'trois jours')
  here.commit('Un autre nom')
  here.git('mv', path('accueil'), path('guichet'))
  here.edit(path('guichet'), 'trois jours', 'quatre jours')
  here.commit('Le nom d’avant')
  const { events } = JSON.parse(
    here.cahier('log', 'guichet', '--date', '2999-01-01', '--format', 'json').out,
  )
  const texts = events.filter(({ kind }: { kind: string }) => kind === 'text')
  expect(
    texts.map(({ change, subject }: { change: string; subject: string }) => [change, subject]),
  ).toEqual([
    ['written', 'Le début'],
    ['text', 'Un autre nom'],
    ['text', 'Le nom d’avant'],
  ])
})

it('a copy of git that lost a text says so, rather than to tell a story without it; a text that was removed is no such hole', () => {
  const here = desk()
  here.git('init', '-q')
  const path = 'axes/services/guichet.md'
  here.commit('Le début')
  const first = here.git('rev-parse', `HEAD:${path}`).out.trim()
  const whole = here.read(path)
  here.git('rm', '-q', path)
  here.commit('Plus rien')
  here.write(path, whole.replace('deux jours', 'trois jours'))
  here.commit('Trois jours')
  expect(here.cahier('log', 'guichet', '--date', '2999-01-01').out).toContain('Trois jours')
  here.remove(`.git/objects/${first.slice(0, 2)}/${first.slice(2)}`)
  const { code, err } = here.cahier('log', 'guichet', '--date', '2999-01-01')
  expect(code).toBe(2)
  expect(plain(err)).toContain('git n’a pas pu lire tous les textes d’avant')
})

it.each([
  ['i18n.logOutputEncoding', 'ISO-8859-1'],
  ['log.follow', 'true'],
])('tells the same whatever somebody has set git to show: %s', (key, value) => {
  const here = desk()
  here.git('init', '-q')
  here.commit('Le début')
  here.write('axes/services/copie.md', here.read('axes/services/guichet.md'))
  here.commit('Une copie, à réécrire')
  here.git('mv', 'axes/services/copie.md', 'axes/services/accueil.md')
  here.commit('Renommée')
  here.edit('axes/services/accueil.md', 'deux jours', 'trois jours')
  here.commit('Trois jours, c’est mieux')
  const told = () => here.cahier('log', 'accueil', '--date', '2999-01-01', '--format', 'json').out
  const before = told()
  here.git('config', key, value)
  expect(told()).toBe(before)
  expect(
    here
      .where({ GIT_LITERAL_PATHSPECS: '1' })
      .cahier('log', 'accueil', '--date', '2999-01-01', '--format', 'json').out,
  ).toBe(before)
  expect(before).toContain('c’est mieux')
})
