import { expect, it } from 'vitest'
import { addWish, amendedDesk, GUICHET } from './amended-desk.ts'
import { desk, realDesk } from './desk.ts'
import { plain } from './plain.ts'

const trois = {
  by: 'exemple-a',
  marked: 'Un guichet par commune, ouvert {~~deux~>trois~~} jours par semaine.',
}
const cinq = {
  by: 'exemple-b',
  marked: 'Un guichet par commune, ouvert {~~deux~>cinq~~} jours par semaine.',
}
const quartier = {
  by: 'exemple-c',
  marked: 'Un guichet par {~~commune~>quartier~~}, ouvert deux jours par semaine.',
}
const encore = {
  by: 'exemple-c',
  marked: 'Un guichet par commune, ouvert {~~deux jours~>trois jours~~} par semaine.',
}

it('draws who changes what, within 60 columns, for somebody who has never seen a difference', () => {
  const here = amendedDesk({ trois, cinq, quartier }).where({ COLUMNS: '60' })
  const { code, out } = here.cahier('amendments', 'guichet')
  expect(code).toBe(0)
  expect(out.split('\n').filter((line) => [...line].length > 60)).toEqual([])
  expect(plain(out)).toBe(`Garantir un guichet
3 amendements

 A  cinq
    Exemple B · 1 changement · à sa place
 B  quartier
    Exemple C · 1 changement · à sa place
 C  trois
    Exemple A · 1 changement · à sa place

Le texte, paragraphe par paragraphe. Chaque trait est un
paragraphe entier : une lettre s’y trouve là où son
amendement change quelque chose, une étoile là où plusieurs
le font, et une lettre au bout du trait ajoute à la suite.
« ¶ » compte les blocs du fichier, titres compris ; une
édition a ses propres numéros (§7.3).

¶ 4  Un guichet par commune, ouvert deux jours par …
    ─────────────BBBB─────────****──────────────────
    A  remplace « deux » par « cinq »
    B  remplace « commune » par « quartier »
    C  remplace « deux » par « trois »

À discuter ensemble : en adopter un fait tomber les autres.
  A (cinq), C (trois)
    A et C : les mêmes mots, ou des mots qui se touchent,
      changés de deux façons

Peuvent être adoptés ensemble, mais à relire après :
  A et B : la même phrase
  B et C : la même phrase

Peut être adopté tel quel : B.
  cahier adopt guichet quartier
`)
})

it('one that marks nothing yet is not offered for adoption, which would be refused', () => {
  const here = amendedDesk({ quartier })
  expect(here.cahier('new', 'amendment', 'guichet', 'exemple-a', 'À écrire').code).toBe(0)
  // An edition prints the reasons of those that wait, and comments nowhere.
  expect(here.read('amendments/guichet/a-ecrire.md')).toContain(
    '## Motifs\n\n<!-- cahier : pourquoi ce changement ? -->\n',
  )
  const { out } = here.cahier('amendments', 'guichet')
  expect(plain(out)).toContain('Exemple A · rien à changer\n')
  expect(plain(out)).toMatch(
    /Peut être adopté tel quel : B\.\n {2}cahier adopt guichet quartier\n$/,
  )
})

it('two that ask for just the same are told so, and not to be read again', () => {
  const here = amendedDesk({ trois, encore, aussi: { ...trois, by: 'exemple-b' } })
  const { out } = here.cahier('amendments', 'guichet')
  const [, told = ''] = /Demandent la même chose :\n([\s\S]*?)\n\n/.exec(plain(out)) ?? []
  expect(told.split('\n')).toEqual(
    ['A et B', 'A et C', 'B et C'].map((pair) => `  ${pair} : la même demande, comptée une fois`),
  )
  expect(out).not.toContain('à relire')
})

it('two that ask for one thing in common, and one of them for more, are told what they share', () => {
  const sauf = {
    by: 'exemple-b',
    marked:
      'Un guichet par commune, ouvert {~~deux~>trois~~} jours par semaine{++, sauf en août++}.',
  }
  const here = amendedDesk({ trois, sauf })
  const { out } = here.cahier('amendments', 'guichet')
  expect(plain(out)).not.toContain('Demandent la même chose')
  expect(plain(out).replace(/\s+/g, ' ')).toContain(
    'A et B : la même phrase ; tous deux remplacent « deux » par « trois »',
  )
  const { pairs } = JSON.parse(here.cahier('amendments', 'guichet', '--format', 'json').out)
  expect(pairs).toEqual([{ a: 'sauf', b: 'trois', relation: 'same-sentence' }])
})

it('gives programs every pair, the groups, and each hunk in the words of the base', () => {
  const here = amendedDesk({ trois, cinq, quartier, encore })
  const report = JSON.parse(here.cahier('amendments', 'guichet', '--format', 'json').out)
  expect(
    report.amendments.map(({ id, by, placed }: { id: string; by: string; placed: boolean }) => [
      id,
      by,
      placed,
    ]),
  ).toEqual([
    ['cinq', 'exemple-b', true],
    ['encore', 'exemple-c', true],
    ['quartier', 'exemple-c', true],
    ['trois', 'exemple-a', true],
  ])
  expect(report.amendments[3].hunks).toEqual([
    { rank: 1, block: 4, operation: 'replacement', tokens: [6, 7], old: 'deux', new: 'trois' },
  ])
  expect(report.pairs).toEqual([
    { a: 'cinq', b: 'encore', relation: 'overlapping' },
    { a: 'cinq', b: 'quartier', relation: 'same-sentence' },
    { a: 'cinq', b: 'trois', relation: 'overlapping' },
    { a: 'encore', b: 'quartier', relation: 'same-sentence' },
    { a: 'encore', b: 'trois', relation: 'identical' },
    { a: 'quartier', b: 'trois', relation: 'same-sentence' },
  ])
  expect(report.groups).toEqual([['cinq', 'encore', 'trois']])
})

it('finds its place again when the text went on elsewhere, and says when it cannot', () => {
  const here = amendedDesk({ trois, quartier })
  here.edit(GUICHET, '## Pourquoi\n', '## Pourquoi\n\nUn mot de plus.\n')
  const placed = () =>
    JSON.parse(here.cahier('amendments', 'guichet', '--format', 'json').out).amendments
  expect(placed().map((one: { placed: boolean }) => one.placed)).toEqual([true, true])
  here.edit(GUICHET, 'ouvert deux jours', 'ouvert tous les jours')
  expect(placed()).toEqual([
    expect.objectContaining({
      id: 'quartier',
      placed: false,
      why: expect.stringContaining('n’y est plus'),
    }),
    expect.objectContaining({ id: 'trois', placed: false }),
  ])
  expect(plain(here.cahier('amendments', 'guichet').out).replace(/\s+/g, ' ')).toContain(
    'Exemple A · sans place certaine : le passage « Un guichet par commune, ouvert deux jours par semaine. » n’y est plus',
  )
})

it('through the text a round froze, a change in the same paragraph is no obstacle', () => {
  const here = amendedDesk({ trois })
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.edit(GUICHET, 'Un guichet par commune', 'Un guichet par quartier')
  addWish(here, 'samedi', {
    by: 'exemple-b',
    marked: 'Un guichet par quartier, ouvert deux jours par semaine{++ et le samedi++}.',
  })
  const { amendments, pairs } = JSON.parse(
    here.cahier('amendments', 'guichet', '--format', 'json').out,
  )
  expect(amendments.map((one: { placed: boolean }) => one.placed)).toEqual([true, true])
  expect(pairs).toEqual([{ a: 'samedi', b: 'trois', relation: 'same-sentence' }])
})

it('every amendment of the real programme has its place', () => {
  const here = realDesk()
  const amended = new Set(
    here.files().flatMap((path) => /^amendments\/([^/]+)\//.exec(path)?.slice(1) ?? []),
  )
  const all = [...amended].flatMap(
    (id) => JSON.parse(here.cahier('amendments', id, '--format', 'json').out).amendments,
  )
  expect(all.length).toBeGreaterThan(40)
  expect(all.filter(({ placed, outcome }) => !placed && outcome !== 'lapsed')).toEqual([])
})

it('says that there is none, and that a name is not known', () => {
  const here = desk()
  expect(plain(here.cahier('amendments', 'guichet').out)).toBe(
    'Garantir un guichet\nAucun amendement.\n',
  )
  expect(here.cahier('amendments', 'gichet').code).toBe(2)
  expect(plain(here.cahier('amendments', 'gichet', '--lang', 'en').err)).toContain(
    'did you mean “guichet”?',
  )
})

it('proposes nothing to adopt once the proposal is withdrawn', () => {
  const here = amendedDesk({ quartier })
  expect(here.cahier('amendments', 'guichet').out).toContain('cahier adopt guichet quartier')
  here.edit(GUICHET, 'authors:', 'withdrawn: {date: 2025-03-02, reason: Trop tôt.}\nauthors:')
  expect(here.cahier('amendments', 'guichet').out).toContain('cahier adopt guichet quartier')
  here.edit(GUICHET, 'date: 2025-03-02', 'date: 2025-02-28')
  const { out } = here.cahier('amendments', 'guichet')
  expect(out).not.toContain('cahier adopt')
  expect(plain(out)).toContain(
    'Cette proposition est retirée, ou réunie à d’autres : on ne l’amende plus.',
  )
})

it('proposes to adopt none whose file has an error in it, for that is refused', () => {
  const here = amendedDesk({ quartier: { ...quartier, head: 'of: b\n' } })
  expect(here.cahier('adopt', 'guichet', 'quartier').code).toBe(1)
  expect(here.cahier('amendments', 'guichet').out).not.toContain('cahier adopt')
})
