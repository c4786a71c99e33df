import { describe, expect, it } from 'vitest'
import { applyEdits } from '../model/edit.ts'
import { lineStartsOf, type Place } from '../model/place.ts'
import { readYaml, type YamlValue } from './read-yaml.ts'

const PATH = 'axes/a/b.md'

describe('places', () => {
  const text =
    'title: Un titre\nrequests:\n  partis: "Voter."\n  a/b: Oui\nlist:\n  - {x: 1}\nempty:\n'
  const { offsets, value } = read(text)
  const places = offsets.placesIn(lineStartsOf(text))

  it('cover the key and the value of each field', () => {
    expect(written(text, places['/title']?.key)).toBe('title')
    expect(written(text, places['/title']?.value)).toBe('Un titre')
    expect(written(text, places['/requests/partis']?.value)).toBe('"Voter."')
    expect(written(text, places['/list/0/x']?.value)).toBe('1')
  })

  it('have no key for an item of a list', () => expect(places['/list/0']?.key).toBeNull())
  it('escape the slashes of a key', () =>
    expect(written(text, places['/requests/a~1b']?.value)).toBe('Oui'))
  it('cover the key when there is no value', () =>
    expect(written(text, places['/empty']?.value)).toBe('empty'))
  it('have lines and columns from 1', () =>
    expect(places['/requests/partis']?.key?.start).toEqual({ line: 3, column: 3, offset: 28 }))
  it('come with the values', () =>
    expect(value).toEqual({
      title: 'Un titre',
      requests: { partis: 'Voter.', 'a/b': 'Oui' },
      list: [{ x: 1 }],
      empty: null,
    }))

  it('are those of the whole file for front matter', () => {
    const file = '---\r\ntitle: Un titre\r\n---\r\n'
    const starts = lineStartsOf(file)
    const places = readYaml(PATH, file, starts, 5, 22).offsets.placesIn(starts)
    expect(written(file, places['/title']?.value)).toBe('Un titre')
    expect(places['/title']?.value.start.line).toBe(2)
  })
})

it('a key of digits keeps its spelling, even if YAML reads a number', () => {
  const { value, findings } = read('007: Un\n1e3: Deux\n0x1f: Trois\n"08": Quatre\n')
  expect(findings).toEqual([])
  expect(Object.keys(value as object)).toEqual(['007', '1e3', '0x1f', '08'])
})

it.each([
  ['? [a, b]\n: c', 'a list'],
  ['&a title: Un', 'an anchor'],
  ['!!str title: Un', 'a tag'],
  ['*a : Un', 'an alias'],
])('%j has a key that is refused, being %s', (text) => {
  const { value, findings } = read(`${text}\nsummary: Deux\n`)
  expect(findings.map(({ message }) => message)).toEqual(['oddKey'])
  expect(value).toEqual({ summary: 'Deux' })
})

describe('sentences that YAML would break', () => {
  it.each([
    ['title: Accord de Paris : sortir', 'Accord de Paris : sortir'],
    ['title: "Refuser" le numérique', '"Refuser" le numérique'],
    ["title: 'L'école'", "L'école"],
    ['title: "Dire "non" ou rien"', 'Dire "non" ou rien'],
    ['title: Le fait #3', 'Le fait #3'],
    ['summary: > 50 % des gens', '> 50 % des gens'],
    ['summary: % des gens', '% des gens'],
    ['summary: - 20 % de gens', '- 20 % de gens'],
    ['title: , et puis', ', et puis'],
    ['title: ] fin', '] fin'],
    ['title: "Garantir l’eau”', 'Garantir l’eau'],
    ['title: "Garantir “l’eau”', 'Garantir “l’eau”'],
    ['title:Collé', 'Collé'],
    ['title:\u00A0Insécable', 'Insécable'],
    ['title: Une ligne\n  et : une autre', 'Une ligne et : une autre'],
  ])('%j is read as meant, with one finding whose edit fixes it', (text, meant) => {
    const { value, findings } = read(text)
    expect(findings).toHaveLength(1)
    expect(Object.values(value as object)).toEqual([meant])
    const fixed = read(applyEdits(text, findings[0]?.edits ?? []))
    expect(fixed.findings).toEqual([])
    expect(Object.values(fixed.value as object)).toEqual([meant])
  })

  it.each([
    'title: Un titre simple, avec une virgule ; et « des guillemets »',
    'title: "Avec : deux-points"',
    "title: 'L''école'",
    'summary: >-\n  Une phrase : libre\n  - et ceci aussi # oui\n',
    'summary: |\n  Mot:collé\n',
    'title: Un titre\n  qui continue\n',
    'title: Un titre # et une remarque\n'.replace(' # et une remarque', ''),
    '# title: "rien\ntitle: Un titre\n',
    'URL: https://example.org/a:b#c\n',
  ])('%j is right as it is', (text) => expect(read(text).findings).toEqual([]))
})

describe('a slip is reported where it is', () => {
  it.each([
    ['horizon: court\nimpacts: [a, b\nscale: national\n', 'unclosed', 2],
    ['horizon: "court\nscale: national\n', 'unclosed', 1],
    ["horizon: 'court\nscale: national\n", 'unclosed', 1],
    ['horizon: court\n  scale: national\n', 'pushed', 2],
    ['requests:\n  a: b\n\tc: d\n', 'tabIndent', 3],
    ['impacts:\n  * a\n  * b\n', 'BAD_ALIAS', 2],
    ['horizon: court\nhorizon: long\n', 'DUPLICATE_KEY', 2],
    ['# court\rhorizon: court\nscale: national\n', 'loneReturn', 1],
    ['horizon: court\r\nscale: national\r', 'loneReturn', 2],
    ['summary: >- Sur la même ligne\n', 'UNEXPECTED_TOKEN', 1],
    ['- id: a\n  title: b\n  id: c\n', 'DUPLICATE_KEY', 3],
    ['horizon court\nscale: national\n', 'MULTILINE_IMPLICIT_KEY', 1],
    ['summary: Une phrase\nqui continue\nscale: national\n', 'MULTILINE_IMPLICIT_KEY', 2],
    ['as-of:\n  - {date: 2025-01-01 what: "Loi"}\n', 'BLOCK_IN_FLOW', 2],
  ])('%j: %s', (text, message, line) => {
    const found = read(text).findings.map((finding) => [finding.message, finding.place.start.line])
    expect(found).toEqual([[message, line]])
  })

  it.each([
    [`"Oui" et "non"`, `"Oui" et "non"`],
    [`"Refuser" le numérique`, `"Refuser" le numérique`],
    [`'Non' au guichet`, `'Non' au guichet`],
    [`'Oui' et 'non'`, `'Oui' et 'non'`],
    [`"Dire "non" partout"`, `Dire "non" partout`],
    [`"Dire oui à "la vie"`, `Dire oui à "la vie"`],
    [`"Ouvrir l'accueil`, `Ouvrir l'accueil`],
    [`'L'accueil d'abord'`, `L'accueil d'abord`],
    [`'L'accueil d'abord`, `L'accueil d'abord`],
    [`'Dire 'non' partout'`, `Dire 'non' partout`],
    [`"L'"eau" d'abord"`, `L'"eau" d'abord`],
    ['“Garantir un guichet : partout”', 'Garantir un guichet : partout'],
    ['“Garantir” un guichet : “partout”', '“Garantir” un guichet : “partout”'],
  ])('keeps the quotes of a sentence: %s', (written, meant) => {
    const text = `title: ${written}\n`
    const { value, findings } = read(text)
    expect(value).toEqual({ title: meant })
    expect(read(applyEdits(text, findings[0]?.edits ?? [])).value).toEqual({ title: meant })
  })

  it.each([
    [
      'withdrawn: {date: 2025-03-01, reason: Trop tôt : on y reviendra}',
      { date: '2025-03-01', reason: 'Trop tôt : on y reviendra' },
    ],
    ['withdrawn: {reason: “Trop tôt : on y reviendra”}', { reason: 'Trop tôt : on y reviendra' }],
    [
      'withdrawn: {reason: Trop tôt, et trop cher, date: 2025-03-01}',
      { reason: 'Trop tôt, et trop cher', date: '2025-03-01' },
    ],
    [
      "a: {stance: objection, argument: C'est long : l'eau n'attend pas}",
      { stance: 'objection', argument: "C'est long : l'eau n'attend pas" },
    ],
    [
      'requests: {partis: Voter, vite, communes: "Ouvrir, déjà"}',
      { partis: 'Voter, vite', communes: 'Ouvrir, déjà' },
    ],
    [
      'as-of: [{date: 2025-03-01, what: Loi n° 2, art. 3}]',
      [{ date: '2025-03-01', what: 'Loi n° 2, art. 3' }],
    ],
    [
      'as-of:\n  - {what: Loi #2, date: 2025-03-01} # lue',
      [{ what: 'Loi #2', date: '2025-03-01' }],
    ],
  ])(
    'takes no comma, colon or sign of a sentence between braces for one of YAML: %s',
    (text, meant) => {
      const { value, findings } = read(`${text}\n`)
      expect(findings.map(({ message }) => message)).toEqual(['unquoted'])
      expect(Object.values(value as object)).toEqual([meant])
      const fixed = read(applyEdits(`${text}\n`, findings[0]?.edits ?? []))
      expect(fixed).toMatchObject({ value, findings: [] })
    },
  )

  it.each([
    "delegates: [{id: d1, role: L'accueil}, {id: d2, role: 'Un, deux'}]",
    'impacts: [{id: a, title: Liens sociaux}, {id: b, title: "Eau, air"}]',
    'a: {title: {b: [c, d]}, what: [e, f]}',
    'rule: {method: lazy, days: 15, otherwise: {method: consent}}',
    'delegates: [{id: d1, role: Déléguée,\n  keys: [{key: k, from: 2025-01-01}]}]',
  ])('accepts correct YAML in braces: %s', (text) => expect(read(`${text}\n`).findings).toEqual([]))

  it('reports indentation by tabs once a file, and fixes every line', () => {
    const text = 'requests:\n\ta: b\n\tc: d\n'
    const { findings } = read(text)
    expect(findings).toHaveLength(1)
    expect(applyEdits(text, findings[0]?.edits ?? [])).toBe('requests:\n  a: b\n  c: d\n')
  })

  it.each([
    ['\u00A0name: a\nkind: b\n', 'name: a\nkind: b\n'],
    ['requests:\n\u00A0\u00A0a: b\n', 'requests:\n  a: b\n'],
  ])('reports indentation by no-break spaces, which nobody sees: %j', (text, fixed) => {
    const { findings } = read(text)
    expect(findings.map(({ message }) => message)).toEqual(['blankIndent'])
    expect(applyEdits(text, findings[0]?.edits ?? [])).toBe(fixed)
  })
})

// A quadratic reading of these would take minutes: the time that a test is given says so.
describe('what no honest file holds is refused, in bounded time', () => {
  it('refuses aliases, so that a bomb never grows', () => {
    const bomb = [
      'a: &a [x, x, x]',
      ...Array.from({ length: 30 }, (_, rank) => `b${rank}: [*a, *a, *a]`),
    ].join('\n')
    const { findings, value } = read(bomb)
    expect(findings.map(({ message }) => message)).toContain('alias')
    expect(JSON.stringify(value).length).toBeLessThan(2000)
  })

  it.each([
    ['anchor', 'a: &b c'],
    ['tag', 'a: !!js/function x'],
    ['proto', '__proto__: {admin: true}'],
  ])('refuses a %s', (message, text) =>
    expect(read(text).findings.map((finding) => finding.message)).toEqual([message]),
  )

  it('never touches the prototype', () => {
    const { value } = read('__proto__: {admin: true}\ntitle: Un titre\n')
    expect((value as { admin?: boolean }).admin).toBeUndefined()
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['keys of keys', `a: b\nx: {${'a: '.repeat(200_000)}\n`],
    ['braces', 'a: {'.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    [
      'indentation',
      Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth * 2)}a:`).join('\n'),
    ],
  ])('refuses deep nesting of %s', { tags: ['long'] }, (_, text) => {
    expect(read(text).findings.map(({ message }) => message)).toEqual(['tooDeep'])
  })

  it('refuses a scalar of 5 MB at once', () => {
    expect(read(`title: ${'a'.repeat(5_000_000)}`).findings.map(({ message }) => message)).toEqual([
      'tooLong',
    ])
  })

  it.each([
    ['one long line', `title: ${'a'.repeat(1_500_000)}`],
    ['a long run of blanks', `title: a${' '.repeat(1_500_000)}b: c`],
    ['a long open quote', `horizon: "a${' '.repeat(1_500_000)}b`],
    ['ten thousand titles to quote', 'title: a: b\n'.repeat(10_000)],
    ['ten thousand keys', Array.from({ length: 10_000 }, (_, rank) => `k${rank}: 1`).join('\n')],
    ['ten thousand open quotes', 'a: "\n'.repeat(10_000)],
    ['ten thousand open lists', 'a: [1\n'.repeat(10_000)],
    [
      'sentences in braces that nothing closes',
      `a: ${'{reason: b, c '.repeat(59)}${'reason: b, c '.repeat(100_000)}`,
    ],
    ['ten thousand sentences in braces', `a: [${'{reason: b, c}, '.repeat(10_000)}]`],
    ['blanks in braces', `a: {reason:${' '.repeat(1_000_000)}b, c}`],
    [
      'blanks after the dash of an item',
      `a:\n  -${' '.repeat(1_000_000)}{b: c\n  -${' '.repeat(1_000_000)}d\nx y\nz: 1`,
    ],
    ['blanks in a comment of HTML', `a: b\n<!-- ${' '.repeat(1_000_000)}x\nc: d`],
    ['blanks after a key without its colon', `a: b\nhorizon${' '.repeat(1_000_000)}x\nc: d`],
    [
      'an item of thirty thousand keys',
      `- a0: b\n${Array.from({ length: 30_000 }, (_, n) => `  a${n + 1}: b\n`).join('')}`,
    ],
    ['ten thousand blank lines', `a: b${'\n'.repeat(10_000)}x y\nc: d`],
    ['blanks before a key', `a: {b: c,${' '.repeat(1_000_000)}reason: d, e}`],
  ])('reads %s in bounded time', { tags: ['long'] }, (_, text) => {
    expect(read(text).findings.length).toBeLessThanOrEqual(501)
  })
})

function read(text: string): YamlValue {
  return readYaml(PATH, text, lineStartsOf(text))
}

function written(text: string, place: Place | null | undefined): string {
  return place === null || place === undefined
    ? '—'
    : text.slice(place.start.offset, place.end.offset)
}
