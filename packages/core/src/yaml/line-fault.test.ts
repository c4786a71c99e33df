import { describe, expect, it } from 'vitest'
import { applyEdits } from '../model/edit.ts'
import { lineStartsOf } from '../model/place.ts'
import { readYaml, type YamlValue } from './read-yaml.ts'

describe('a line that is not `key: value` gets the message of what was meant', () => {
  it.each([
    ['a: b\nhorizon = court\nscale: c\n', 'noColon', 2, { a: 'b', horizon: 'court', scale: 'c' }],
    ['a: b\nhorizon： court\nscale: c\n', 'noColon', 2, { a: 'b', horizon: 'court', scale: 'c' }],
    [
      'positions:\n  a:\n    stance: c\n  guichet\n    stance: d\n',
      'noColon',
      4,
      { positions: { a: { stance: 'c' }, guichet: { stance: 'd' } } },
    ],
    [
      'a: b\n- horizon: court\nscale: c\n',
      'strayDash',
      2,
      { a: 'b', horizon: 'court', scale: 'c' },
    ],
    ['a: b\n<!-- à revoir -->\nscale: c\n', 'otherComment', 2, { a: 'b', scale: 'c' }],
    ['a: b\n// à revoir\nscale: c\n', 'otherComment', 2, { a: 'b', scale: 'c' }],
    ['impacts:\n  - a\n  b\nscale: c\n', 'listMark', 3, { impacts: ['a', 'b'], scale: 'c' }],
    [
      'as-of:\n  - date: a\n  what: b\nscale: c\n',
      'underItem',
      3,
      { 'as-of': [{ date: 'a', what: 'b' }], scale: 'c' },
    ],
    [
      'impacts:\n  - {id: a, title: B\n  - {id: c, title: D}\n',
      'openBracket',
      2,
      {
        impacts: [
          { id: 'a', title: 'B' },
          { id: 'c', title: 'D' },
        ],
      },
    ],
    ['a:\n  - [b, c\nd: e\n', 'openBracket', 2, { a: [['b', 'c']], d: 'e' }],
    [
      '- id: a\n  title: b\n  id: c\n  title: d\n',
      'lostDash',
      3,
      [
        { id: 'a', title: 'b' },
        { id: 'c', title: 'd' },
      ],
    ],
    ['- id: @ademe-2023\n  title: b\n', 'atSign', 1, [{ id: 'ademe-2023', title: 'b' }]],
    ['impacts: [a,, b]\n', 'commaTwice', 1, { impacts: ['a', 'b'] }],
    [
      'requests:\n  - partis: a\n  syndicats: b\n',
      'strayDash',
      2,
      { requests: { partis: 'a', syndicats: 'b' } },
    ],
    [
      'positions:\n  a:\n    - stance: b\n    date: c\n',
      'strayDash',
      3,
      { positions: { a: { stance: 'b', date: 'c' } } },
    ],
    ['p:\na: b\n  c: d\ne: f\n', 'tooShallow', 2, { p: { a: 'b', c: 'd' }, e: 'f' }],
    ['p:\n  a:\nb: c\n    d: e\n', 'tooShallow', 3, { p: { a: { b: 'c', d: 'e' } } }],
    [
      'a:\n- date: b\n   what: c\n- date: d\n  what: e\n',
      'pushed',
      3,
      {
        a: [
          { date: 'b', what: 'c' },
          { date: 'd', what: 'e' },
        ],
      },
    ],
    [
      'p:\n  a:\n  stance: b\n    date: c\n    text: d\n',
      'tooShallow',
      3,
      { p: { a: { stance: 'b', date: 'c', text: 'd' } } },
    ],
  ])('%j: %s, with a fix', (text, message, line, value) => {
    const { findings } = read(text)
    expect(findings.map((finding) => [finding.message, finding.place.start.line])).toEqual([
      [message, line],
    ])
    expect(read(applyEdits(text, findings[0]?.edits ?? []))).toMatchObject({ value, findings: [] })
  })

  it.each([
    ['positions:\n  a: objection\n    argument: b\n', 'valueAndMore', 2],
    ['p:\n  a: consent\n    date: b\n    text: c\n', 'valueAndMore', 2],
    ['decision: consent\n  rules:\n    a: {method: majority}\n', 'valueAndMore', 1],
    ['- id: a\n title: b\n', 'BAD_INDENT', 2],
    ['- {id: a, id: b}\n', 'DUPLICATE_KEY', 1],
    ['p:\n  a: >-\nUne phrase.\n  b: c\n', 'belowBlock', 3],
    ['p:\n  a: >-\n  Une phrase.\n  b: c\n', 'belowBlock', 3],
    ['a: b\n**horizon**: court\nscale: c\n', 'bareKey', 2],
    ['summary: Une base\ndate limite\nscale: c\n', 'noColonMaybe', 2],
    ['summary: Un service,\naction ; accès pour tous\nscale: c\n', 'noColonMaybe', 2],
    ['summary: Un service,\ngratuité ; accès pour tous\nscale: c\n', 'MULTILINE_IMPLICIT_KEY', 2],
    ['summary: Deux mesures\n- guichet: ouvert\n- accueil: gratuit\n', 'listBelow', 2],
    ['a:\n  - date: b\n    what: c\n- date: d\n  what: e\n', 'BAD_INDENT', 4],
    ['a:\n  - date: b\n    what: c\n- date: d\ne: f\n', 'BAD_INDENT', 4],
    ['a:\n- date: b\n    what: c\n    more: d\n', 'valueAndMore', 2],
    ['- id: a\n  title: b\n  id: c\n', 'lostDash', 3],
    ['-   id: a\n    title: b\n    id: c\n    title: d\n', 'lostDash', 3],
  ])('%j: %s, without a fix', (text, message, line) => {
    expect(
      read(text).findings.map((finding) => [
        finding.message,
        finding.place.start.line,
        finding.edits,
      ]),
    ).toEqual([[message, line, undefined]])
  })

  it('shows what an item without its dash begins with as it is written, or leaves it out where it is another slip', () => {
    const lineOf = (second: string) =>
      read(`- title: a\n  id: b\n  title: ${second}\n  id: d\n`).findings.find(
        ({ message }) => message === 'lostDash',
      )?.data.line
    expect(lineOf('"c : d"')).toBe('- title: "c : d"')
    expect(lineOf('c : d')).toBe('- title: …')
    expect(lineOf('>-\n    c')).toBe('- title: …')
  })

  it.each([
    ['- {value: 4,10, unit: a}', [{ value: '4,10', unit: 'a' }]],
    ['- {value: 4,10}', [{ value: '4,10' }]],
    ['- {says: "Le prix, taux: 4,10, baisse"}', [{ says: 'Le prix, taux: 4,10, baisse' }]],
    ['- "voir {taux: 4,10}"', ['voir {taux: 4,10}']],
    ['a: "un\n  {taux: 4,10} deux"', { a: 'un {taux: 4,10} deux' }],
  ])(
    'a comma between the figures of a value ends no value, and nothing else is touched: %s',
    (text, value) => {
      expect(read(text).value).toEqual(value)
    },
  )
})

function read(text: string): YamlValue {
  return readYaml('axes/a/b.md', text, lineStartsOf(text))
}
