import { describe, expect, it } from 'vitest'
import { coreMessages } from '../core-messages.ts'
import type { Kind } from '../model/document.ts'
import { applyEdits } from '../model/edit.ts'
import { sentenceOf } from '../model/wording.ts'
import { readDocument } from '../read/read-document.ts'

const DRAFT = 'title: Un accueil\nsummary: Un par commune.\n'
const V1 = `v1-${'0'.repeat(64)}`

describe('front matter that fits its schema has no finding', () => {
  it.each<[Kind, string]>([
    ['proposal', DRAFT],
    ['axis', 'title: Services\nproposals: [guichet]\n'],
    ['question', 'title: Combien ?\nstate: open\n'],
    [
      'amendment',
      `amends: guichet\nbase: ${V1}\nby: exemple-a\ndate: 2025-03-04\nhead: {title: "{~~a~>b~~}"}\n`,
    ],
  ])('%s', (kind, head) => expect(sentencesOf(kind, head)).toEqual([]))
})

it('the message on a wrong number names the kind of number', () => {
  const inRule = (rule: string) =>
    sentencesOf('manifest', `decision: {default: ${rule}}\n`).slice(-1)
  expect(inRule('{method: majority, of: members, at-least: 0.5}')).toEqual([
    '2:63 « at-least » attend une fraction comme 2/3, pas « 0.5 »',
  ])
  expect(inRule('{method: consensus-minus, n: 1.5}')).toEqual([
    '2:50 « n » attend un nombre entier, pas « 1.5 »',
  ])
  expect(
    sentencesOf('collective', 'name: A\nkind: b\nweight: {value: 12.5, source: Registre}\n'),
  ).toEqual(['4:17 « value » attend un nombre entier, pas « 12.5 »'])
})

it('a value that YAML refuses has no schema finding', () => {
  const found = (head: string) =>
    document('proposal', `${DRAFT}${head}`).findings.map(({ message }) => message)
  expect(found('review: !!timestamp 2027-01-01\n')).toEqual(['tag'])
  expect(found('review: *jour\n')).toEqual(['alias'])
})

it('the message on a file that is empty or not a list says what it must be', () => {
  const inFile = (path: string, kind: Kind, text: string) =>
    readDocument({ path, text }, kind).findings.map((finding) =>
      sentenceOf(finding, coreMessages, 'fr'),
    )
  expect(inFile('sources.yaml', 'sources', 'insee: {title: Renoncer}\n')).toEqual([
    'ce fichier est une liste : chaque entrée commence par un tiret, « - id: … »',
  ])
  expect(inFile('collectives/a.yaml', 'collective', '')).toEqual(['ce fichier est vide'])
  expect(inFile('editions/1.json', 'edition', '')).toEqual(['ce fichier est vide'])
})

it('a JSON file may have a byte order mark, and a syntax error has its line', () => {
  const { head, findings } = readDocument(
    { path: 'editions/1.json', text: '\uFEFF{"edition": "1"}' },
    'edition',
  )
  expect([head, findings.filter(({ rule }) => rule === 'structure/yaml')]).toEqual([
    { edition: '1' },
    [],
  ])
  const foundIn = (text: string) =>
    readDocument({ path: 'editions/1.json', text }, 'edition').findings.map(
      ({ message, place }) => [message, place.start.line],
    )
  expect(foundIn('\uFEFF{\n  "edition": "1"\n  "date": "2026-01-01"\n}\n')).toEqual([['json', 3]])
  expect(
    foundIn(
      '{\n  "edition": "1",\n  "date": "28/11/2026",\n  "identifier": "a",\n  "measures": []\n}\n',
    ),
  ).toEqual([['dayNear', 3]])
  expect(foundIn('{\n<<<<<<< HEAD\n  "edition": "1"\n=======\n>>>>>>> autre\n}\n')).toEqual([
    ['unsettled', 2],
  ])
})

it('the message on a wrong address or language gives its form', () => {
  expect(
    sentencesOf('manifest', 'language: français\n').filter((one) => one.includes('language')),
  ).toEqual([
    '2:11 « language » attend le code d’une langue, par exemple fr ou fr-BE, pas « français »',
  ])
  expect(
    sentencesOf(
      'transmission',
      'name: A\nkind: partis\nhanded: [{edition: "1", date: 2026-01-01, proposals: [], answers: [{proposal: a, answer: refused, date: 2026-01-02, link: "javascript:a"}]}]\n',
    ),
  ).toEqual([
    '4:123 « link » attend une adresse web, qui commence par https:// ou http:// et n’a pas d’espace, pas « javascript:a »',
  ])
})

it('the message on a wrong pattern gives the form, and a fix where it is sure', () => {
  const inFile = (path: string, kind: Kind, text: string) =>
    readDocument({ path, text }, kind)
      .findings.filter(({ message }) => message !== 'missing')
      .map((finding) => [
        sentenceOf(finding, coreMessages, 'fr'),
        ...(finding.edits ?? []).map(({ text: fixed }) => fixed),
      ])
  expect(
    inFile(
      'programme.yaml',
      'manifest',
      'lint: {Structure/Schéma: off, Fautes: off}\ntimezone: heure de Paris\npublication: {edition: 2e édition, cover: ../carte.png}\n',
    ),
  ).toEqual([
    [
      'un nom de règle n’a que des minuscules sans accent : écrivez structure/schema au lieu de « Structure/Schéma »',
      'structure/schema',
    ],
    [
      '« Fautes » n’est pas le nom d’une règle, qui s’écrit comme structure/schema : « cahier rules » les donne tous',
    ],
    [
      '« timezone » attend le nom d’un fuseau horaire, par exemple Europe/Paris, pas « heure de Paris »',
    ],
    [
      '« edition » n’a que des lettres sans accent, des chiffres, des points et des traits d’union, par exemple 2 ou 2026-1, pas « 2e édition »',
    ],
    [
      '« ../carte.png » n’est pas un chemin depuis le dossier du programme : écrivez-le sans « / » au début, sans « .. » et sans « \\ », par exemple assets/carte.png',
    ],
  ])
  expect(inFile('lint-baseline.yaml', 'baseline', '../a.md: {structure/schema: 1}\n')).toEqual([
    [
      '« ../a.md » n’est pas un chemin depuis le dossier du programme : écrivez-le sans « / » au début, sans « .. » et sans « \\ », par exemple assets/carte.png',
    ],
  ])
  expect(
    inFile(
      'collectives/a.yaml',
      'collective',
      'delegates: [{id: §, role: a, keys: [{key: abcd}]}]\n',
    ),
  ).toEqual([
    [
      'un identifiant n’a que des minuscules sans accent, des chiffres et des traits d’union : « § » n’en a aucun',
    ],
    [
      '« key » attend une clé publique de ssh, la ligne entière d’un fichier .pub : par exemple « ssh-ed25519 AAAA… »',
    ],
  ])
})

it('a value of the wrong type in a source is rewritten where it is sure', () => {
  const inSource = (field: string) =>
    readDocument(
      { path: 'sources.yaml', text: `- {id: a, type: book, title: A, ${field}}\n` },
      'sources',
    ).findings.map((finding) => [
      sentenceOf(finding, coreMessages, 'fr'),
      ...(finding.edits ?? []).map(({ text }) => text),
    ])
  const claim = '{says: "Des guichets ferment, partout."}'
  expect(inSource('claims: "Des guichets ferment, partout."')).toEqual([
    [`« claims » attend une liste. Écrivez : claims: [${claim}]`, `[${claim}]`],
  ])
  expect(inSource('claims: ["Des guichets ferment, partout."]')).toEqual([
    [`dans « claims » (un constat), dites de quoi il s’agit. Écrivez : ${claim}`, claim],
  ])
  expect(inSource('issued: [2022, 2]')).toEqual([
    ['« issued » attend une date, par exemple 2025-03-12, 2025-03 ou 2025, pas « [2022,2] »'],
  ])
  expect(inSource('issued: {date-parts: [[2022, 2, 16, 9]]}')).toEqual([
    ['« date-parts » a trop d’éléments : 3 au plus'],
  ])
  expect(inSource('says: Deux tiers').map(([, fixed]) => fixed)).toEqual([undefined])
  expect(inSource('page: " "')).toEqual([
    ['« page » (pages) est vide : écrivez une valeur, ou enlevez la ligne'],
  ])
  expect(inSource('level: A}\n-\n- {id: b, type: book, title: B')).toEqual([
    ['cette entrée est vide : écrivez-la, ou enlevez son tiret'],
  ])
})

it('findings in JSON show quotes and have no edits', () => {
  const { findings } = readDocument(
    { path: 'editions/1.json', text: '{"edition": 1, "date": "12/03/2025"}' },
    'edition',
  )
  expect(findings.flatMap(({ edits = [] }) => edits)).toEqual([])
  expect(findings.map((finding) => sentenceOf(finding, coreMessages, 'fr'))).toContain(
    '« edition » attend un texte, pas un nombre ni oui/non. Écrivez : edition: "1"',
  )
})

describe('one mistake, one finding, on the key or the value that is wrong', () => {
  it.each<[string, string, string]>([
    [
      `titre: Un accueil\nsummary: Un.\n`,
      '2:1',
      'la clé « titre » n’existe pas : vouliez-vous écrire « title » (titre) ?',
    ],
    [
      'title: Un accueil\nen-deux-mots: Un.\n',
      '3:1',
      'la clé « en-deux-mots » n’existe pas, et il manque « summary » (résumé) : est-ce elle que vous vouliez écrire ?',
    ],
    [
      'title: Un accueil\n',
      '2:1',
      'il manque « summary » (résumé) : ajoutez une ligne « summary: … »',
    ],
    [
      'title:\nsummary: Un.\n',
      '2:1',
      '« title » (titre) est vide : écrivez une valeur, ou enlevez la ligne',
    ],
    [
      'title: "  "\nsummary: Un.\n',
      '2:8',
      '« title » (titre) est vide : écrivez une valeur, ou enlevez la ligne',
    ],
    [
      `${DRAFT}impacts: libertes, climat\n`,
      '4:10',
      '« impacts » attend une liste. Écrivez : impacts: [libertes, climat]',
    ],
    [
      `${DRAFT}impacts:\n  • libertes\n  • climat\n`,
      '5:3',
      '« impacts » attend une liste. Écrivez : impacts: [libertes, climat]',
    ],
    [
      `${DRAFT}review: 12 mars 2025\n`,
      '4:9',
      'un jour s’écrit année-mois-jour : écrivez 2025-03-12 au lieu de « 12 mars 2025 »',
    ],
    [
      `${DRAFT}review: 12/03/2025\n`,
      '4:9',
      'un jour s’écrit année-mois-jour : écrivez 2025-03-12 au lieu de « 12/03/2025 »',
    ],
    [
      `${DRAFT}review: 1er mars 2025\n`,
      '4:9',
      'un jour s’écrit année-mois-jour : écrivez 2025-03-01 au lieu de « 1er mars 2025 »',
    ],
    [
      `${DRAFT}review: 2027\n`,
      '4:9',
      '« review » : « 2027 » n’est pas un jour du calendrier ; un jour s’écrit année-mois-jour, par exemple 2025-03-12',
    ],
    [
      `${DRAFT}review: true\n`,
      '4:9',
      '« review » : « true » n’est pas un jour du calendrier ; un jour s’écrit année-mois-jour, par exemple 2025-03-12',
    ],
    [
      `${DRAFT}review: 20270403\n`,
      '4:9',
      'un jour s’écrit année-mois-jour : écrivez 2027-04-03 au lieu de « 20270403 »',
    ],
    [`${DRAFT}horizon: [court, moyen]\n`, '4:10', '« horizon » attend une seule valeur, un texte'],
    [
      'title: 2027\nsummary: Un.\n',
      '2:8',
      '« title » attend un texte, pas un nombre ni oui/non. Écrivez : title: "2027"',
    ],
    [
      `${DRAFT}requests:\npartis: Voter.\nsyndicats: Oui.\n`,
      '5:1',
      'mettez deux espaces devant « partis », « syndicats », pour que ce soit sous « requests »',
    ],
    [
      `${DRAFT}requests:\n  Élus: Voter.\n`,
      '5:3',
      'un identifiant n’a que des minuscules sans accent, des chiffres et des traits d’union : écrivez elus au lieu de « Élus »',
    ],
    [
      `${DRAFT}withdrawn: trop cher\n`,
      '4:12',
      'sous « withdrawn » (retirée), écrivez une ligne par élément, avec deux espaces devant : « date: … », « reason: … »',
    ],
    [
      `${DRAFT}as-of: 2025-01-01\n`,
      '4:8',
      '« as-of » attend une liste : écrivez au-dessous, pour chaque élément, un tiret puis « date: … », « what: … »',
    ],
    [
      `${DRAFT}impacts: [a, a]\n`,
      '4:14',
      '« a » est écrit deux fois dans cette liste : gardez-en un',
    ],
  ])('%j', (head, place, sentence) =>
    expect(sentencesOf('proposal', head)).toEqual([`${place} ${sentence}`]),
  )

  it('quotes the beginning of a long value', () => {
    const [sentence = ''] = sentencesOf('proposal', `${DRAFT}${'k'.repeat(1000)}: a\n`)
    expect(sentence).toContain(`« ${'k'.repeat(119)}… » n’existe pas`)
    expect(sentence.length).toBeLessThan(400)
  })

  it('names every key in the language of the reader', () => {
    const [finding] = document('proposal', 'title:\nsummary: Un.\n').findings
    expect(finding && sentenceOf(finding, coreMessages, 'en')).toBe(
      '“title” is empty: write a value, or remove the line',
    )
  })

  it('suggests the stance for a French word, without counting it', () => {
    const positions = `programme: exemple\ncollective: exemple-a\nserial: 1\npositions:\n  guichet:\n    stance: accord\n    date: 2025-03-10\n`
    const [finding, ...others] = readDocument(
      { path: 'positions/exemple-a.yaml', text: positions },
      'positions',
    ).findings
    expect(others).toEqual([])
    expect(finding?.data.meant).toBe('consent')
    expect(finding?.place.start.line).toBe(6)
  })

  it('asks for the reasons of an objection, on its key', () => {
    const positions = `programme: exemple\ncollective: exemple-a\nserial: 1\npositions:\n  guichet:\n    stance: objection\n    date: 2025-03-10\n`
    const found = readDocument(
      { path: 'positions/exemple-a.yaml', text: positions },
      'positions',
    ).findings
    expect(found.map(({ message, data, place }) => [message, data.key, place.start.line])).toEqual([
      ['missing', 'argument', 5],
    ])
  })

  it('asks to remove a key that another key excludes', () => {
    const head = `amends: guichet\nbase: ${V1}\nby: exemple-a\ndate: 2025-03-04\noutcome: rejected\nadopted: {date: 2025-03-05, from: ${V1}, to: ${V1}}\n`
    expect(sentencesOf('amendment', head)).toEqual([
      '7:1 « adopted » n’a pas sa place ici : enlevez cette ligne',
    ])
  })
})

describe('edits', () => {
  it.each([
    ['titre: Un accueil\nsummary: Un.\n', 'title: Un accueil\nsummary: Un.\n'],
    [`${DRAFT}impacts: libertes ; climat\n`, `${DRAFT}impacts: [libertes, climat]\n`],
    [`${DRAFT}impacts: libertes, climat]\n`, `${DRAFT}impacts: [libertes, climat]\n`],
    [`${DRAFT}review: 2025/3/2\n`, `${DRAFT}review: 2025-03-02\n`],
    [`${DRAFT}impacts:\n  libertes\n  climat\n`, `${DRAFT}impacts:\n  [libertes, climat]\n`],
  ])('%j becomes right', (head, fixed) => {
    const { text, findings } = document('proposal', head)
    expect(
      applyEdits(
        text,
        findings.flatMap(({ edits }) => edits ?? []),
      ),
    ).toBe(`---\n${fixed}---\n`)
    expect(document('proposal', fixed).findings).toEqual([])
  })

  it.each([
    ['oui', 'true'],
    ['vrai', 'true'],
    ['"true"', 'true'],
    ['Non', 'false'],
  ])('a key that is true or false, written %s, becomes %s', (written, meant) => {
    const { findings } = document(
      'amendment',
      `amends: guichet\nbase: ${V1}\nby: exemple-a\ndate: 2025-03-04\ndivisible: ${written}\n`,
    )
    expect(findings.map(({ message, edits }) => [message, edits?.map(({ text }) => text)])).toEqual(
      [['wantsBoolean', [meant]]],
    )
  })

  it('takes a level that is false for a rule that is silenced', () => {
    const { findings } = readDocument(
      { path: 'programme.yaml', text: 'lint: {style/acronym: false}\n' },
      'manifest',
    )
    expect(
      findings.flatMap(({ data, edits = [] }) =>
        data.value === 'false' ? edits.map(({ text }) => text) : [],
      ),
    ).toEqual(['off'])
  })

  it.each([
    ['titre: Un autre', 'keyTwice'],
    ['requires: [guichet borne]', 'slugNear'],
    ['requires: [guichet; borne]', 'slugNear'],
    ['impacts: {libertes: oui, climat: non}', 'wantsList'],
    ['impacts: {libertes, climat}', 'wantsList'],
  ])('suggests nothing where two values are written: %s', (head, message) => {
    const { findings } = document('proposal', `${DRAFT}${head}\n`)
    expect(findings.map((finding) => [finding.message, finding.edits])).toEqual([
      [message, undefined],
    ])
  })
})

function document(kind: Kind, head: string) {
  return readDocument({ path: 'axes/services/accueil.md', text: `---\n${head}---\n` }, kind)
}

function sentencesOf(kind: Kind, head: string): readonly string[] {
  return document(kind, head).findings.map(
    (finding) =>
      `${finding.place.start.line}:${finding.place.start.column} ${sentenceOf(finding, coreMessages, 'fr')}`,
  )
}
