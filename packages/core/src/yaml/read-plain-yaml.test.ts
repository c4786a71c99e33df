import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineStartsOf } from '../place.ts'
import { readPlainYaml } from './read-plain-yaml.ts'
import { readYaml } from './read-yaml.ts'

const whole = (text: string) => readYaml('positions/a.yaml', text, lineStartsOf(text))

// Pieces that people write, and those that YAML trips over.
const pieces = fc.constantFrom(
  'positions:\n',
  '  guichet:\n',
  '  courrier:\n',
  '    stance: consent\n',
  '    stance:\n',
  '    date: 2025-03-05\n',
  '    text: v1-00ff\n',
  '    argument: >-\n',
  '    argument: Parce que.\n',
  '    argument: Non : trop peu\n',
  '    argument: "oui"\n',
  '      Deux jours : trop peu, « jamais » # non\n',
  '      suite\n',
  '   de travers\n',
  'serial: 12\n',
  'serial: 012\n',
  'serial: 1e3\n',
  'collective: a\n',
  'collective: null\n',
  'collective: Yes\n',
  '# remarque\n',
  '- un\n',
  '\n',
  '  \n',
  'a: {b: c}\n',
  'rounds:\n',
  '  - opened: 2025-03-01\n',
  '    rule: {method: consent, quorum: {at-least: 2/3}}\n',
  '    rule: {a: 1, a: 2}\n',
  '    rule: {a: {b: 12}, c: true}\n',
  '    rule: {a: b}}\n',
  '    rule: {a, b: c}\n',
  '    rule: {a: b, }\n',
  '    rule: {}\n',
  '    electorate:\n',
  '      a: 1\n',
  'a: x #y\n',
  'a: x#y\n',
  'a: b: c\n',
  'a: l’été – déjà…\n',
  '\ta: b\n',
  'a:\n',
  'a: b \n',
  'a: >-\n\n',
  'true: 1\n',
  'title: "Oui : non"\n',
  "title: 'Oui, non'\n",
  "title: L'été, enfin\n",
  'title: [oui] et non\n',
  'title: Dit "oui" & non, 100 % @ici\n',
  'url: https://exemple.fr/a?b=c&d#e\n',
  'url: a:\n',
  '- id: a\n',
  '  issued: {date-parts: [[2025, 1]]}\n',
  '  author:\n',
  '    - {family: Été, given: A. B.}\n',
  'title: {a: b}\n',
  'URL: https://exemple.fr\n',
  'TRUE: oui\n',
  'Null: non\n',
  'issued: {URL: a, NULL: b}\n',
  'title: 01. Un lieu\n',
  'title: 10 000 m² # non\n',
  'title: 10\u00A0000 m²\n',
  'date: 2025-01-01 12:00:00\n',
  'unit: 1 #\n',
  'unit: 12 \n',
  'unit: 1e3 x\n',
  'DOI: 10.1016/j.patter.2021\n',
  'unit: 1/\n',
  'says: +15 %/an\n',
  'value: +15\n',
  'value: 15.40\n',
  'value: -3\n',
  'value: -0\n',
  'value: 0.5\n',
  'value: 1.\n',
  'value: -0.5\n',
  'number: 2023-380\n',
  'unit: €/MWh\n',
  'says: « Un lieu » → deux\n',
  'title: « Un lieu », dit-elle : non\n',
  'unit: 1: x\n',
  'requests:\n',
  '  partis: >-\n',
  '    Deux lignes\n',
  '      plus loin\n',
  '  partis: [a]\n',
  '  what: {a: b}\n',
  'impacts: [a, b c]\n',
  'impacts: []\n',
  'impacts: [a, [b], {c: "d, e", f: true}]\n',
  'impacts:\n',
  '  - a\n',
  '  - "b: c"\n',
  '  - {date: 2025-01-01, what: "Deux, trois", of: Été}\n',
  '  - [a, b]\n',
)
const anything = fc.array(pieces, { minLength: 1, maxLength: 12 }).map((lines) => lines.join(''))

// Files as the tool writes them.
const values = fc.constantFrom(
  'consent',
  '',
  '2025-03-05',
  '12',
  '0',
  'v1-00ff',
  'Parce que oui',
  'l’été – déjà…',
  '{a: b, c: {d: 2/3}}',
  '{a: 1}',
  '"Oui : non"',
  "'Oui, non'",
  "L'été, enfin",
  '[a, b c, 2025-01-01]',
  '{a: "b, c", d: [e, false]}',
)
const entries = (indent: string) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom('stance', 'date', 'text', 'by', 'rule'), values), {
      selector: ([key]) => key,
      minLength: 1,
    })
    .map((pairs) =>
      pairs.map(([key, value]) => `${indent}${key}:${value === '' ? '' : ` ${value}`}\n`).join(''),
    )
const blocks = fc.constantFrom(
  '',
  '    argument: >-\n      Trop court : « deux jours » # non\n',
  '    argument: >-\n      Trop court :\n      deux jours\n',
)
const maps = fc
  .tuple(entries('    '), blocks, entries('    '))
  .map(([first, block, second]) => `positions:\n  guichet:\n${first}${block}  courrier:\n${second}`)
const lists = fc
  .array(entries('    '), { minLength: 1, maxLength: 3 })
  .map(
    (items) =>
      `rounds:\n${items.map((item) => `  - ${item.slice(4)}`).join('')}  - un mot\n  - {a: b}\n`,
  )
const margins = fc.constantFrom('', '\n', '# Une remarque : [non\n', '\n# Une\n#deux\n\n', '#\n')
const tidy = fc.oneof(
  fc.tuple(maps, lists).map((parts) => parts.join('')),
  fc.array(fc.tuple(margins, entries('  ')), { minLength: 1, maxLength: 3 }).map((items) => {
    return items.map(([margin, item]) => `${margin}- ${item.slice(2)}`).join('')
  }),
  fc.tuple(margins, maps, margins, lists, margins).map((parts) => parts.join('')),
)

it('whatever it reads, it reads as the reader of all YAML does, which finds nothing to say', () => {
  let read = 0
  fc.assert(
    fc.property(
      fc.oneof(anything, tidy),
      fc.nat(240),
      fc.constantFrom(
        '',
        '',
        ' ',
        '\n',
        ':',
        '-',
        '#',
        'é',
        '\u00A0',
        '\u202F',
        '»',
        '1',
        '/',
        '{',
        '}',
        ',',
        ', ',
        '[',
        ']',
        '"',
        "'",
        ' #',
        ': ',
      ),
      (text, at, slip) => {
        const slipped = text.slice(0, at) + slip + text.slice(at)
        const plain = readPlainYaml(slipped)
        if (plain === undefined) return
        read++
        const { value, findings } = whole(slipped)
        expect(findings).toEqual([])
        expect(plain).toEqual(value)
      },
    ),
    { numRuns: 6000 },
  )
  expect(read).toBeGreaterThan(0)
})

it('reads a positions file as the tool writes it', () => {
  const text = `programme: exemple\ncollective: a\nserial: 12\npositions:\n  guichet:\n    stance: objection\n    date: 2025-03-05\n    text: v1-${'0'.repeat(64)}\n    by: d1\n    argument: >-\n      Trop court : « deux jours » # non\n  sobriete:\n    stance:\n    date: 2025-03-05\n`
  expect(readPlainYaml(text)).toEqual(whole(text).value)
  expect(readPlainYaml(text)).not.toBe(undefined)
})
