import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Kind } from '../model/document.ts'
import { isFields, type Json } from '../model/json.ts'
import { schemaFindings } from '../schema/schema-findings.ts'

const [V1, DAY] = [`v1-${'0'.repeat(64)}`, '2025-03-04']
const STANCE = `{stance: objection, date: ${DAY}, text: ${V1}, by: ada, argument: Non., lifts-if: Si.}`
const KEY = `ssh-ed25519 ${'A'.repeat(68)}`

/** Heads with every field of their kind, and the fields that each asks for. */
const KINDS: readonly (readonly [Kind, string, readonly string[]])[] = [
  [
    'manifest',
    `title: A
language: fr
timezone: Europe/Paris
axes: [a]
impacts: [{id: a, title: B}]
horizons: [{id: a, title: B}]
scales: [{id: a, title: B}]
actions: [{id: a, title: B}]
addressees: [{id: a, title: B}]
sections: [{id: a, title: B, required: true, normative: true}]
amendment-sections: {reasons: A, text: B}
decision: {default: {method: consent}, rules: {a: {method: consent}}, signatures: required, rulings: [overruled], facilitators: [a]}
lint: {style/vague: off}
lint-paths: [{paths: [a/**], levels: {style/vague: off}}]
lint-options: {locale: fr-BE, punctuation-space: either, inclusive: {profile: none, plural: keep}, words: [a], max-age: {legal-fact: 1, source: 1}, acronyms: [A]}
publication: {identifier: a, edition: "1", date: ${DAY}, publisher: A, licence: B, contact: C, cover: assets/a.png}
`,
    [
      ...['title', 'language', 'timezone', 'axes', 'sections', 'sections/0/id', 'sections/0/title'],
      ...['impacts', 'horizons', 'scales', 'actions', 'addressees'].flatMap((list) => [
        `${list}/0/id`,
        `${list}/0/title`,
      ]),
      ...['amendment-sections', 'amendment-sections/reasons', 'amendment-sections/text'],
      ...['decision', 'decision/default', 'decision/default/method', 'decision/rules/a/method'],
      ...['lint-paths/0/paths', 'lint-paths/0/levels', 'publication', 'publication/identifier'],
    ],
  ],
  [
    'sources',
    `- {id: a, type: report, title: A, author: [{family: B, given: C}], issued: {date-parts: [[2025, 3]]}, URL: "https://a.fr", publisher: D, level: A, claims: [{says: E, value: 1, unit: "%", year: 2025}], reservations: F, superseded-by: b, seen: ${DAY}, categories: [g]}\n`,
    ['0/id', '0/type', '0/title', '0/claims/0/says', '0/issued/date-parts'],
  ],
  ['axis', 'title: A\nquestion: B ?\nproposals: [a]\n', ['title']],
  ['question', 'title: A\naxis: a\nlead: a\nstate: answered\nproposals: [a]\n', ['title']],
  [
    'proposal',
    `title: A\nsummary: B.\nhorizon: a\nscale: a\naction: a\nimpacts: [a]\nrequests: {a: B.}\nauthors: [a]\nrequires: [a]\nmerges: [a]\nreview: ${DAY}\nas-of: [{date: ${DAY}, what: A}]\nwithdrawn: {date: ${DAY}, reason: B.}\nreplaced-by: a\n`,
    ['title', 'summary', 'as-of/0/date', 'as-of/0/what', 'withdrawn/date', 'withdrawn/reason'],
  ],
  [
    'amendment',
    `amends: a\nbase: ${V1}\nby: a\ndate: ${DAY}\ndivisible: true\nat: [1]\nhead: {title: A, summary: B., question: C ?, horizon: a, scale: a, action: a, impacts: [a], requests: {a: B.}, requires: [a], proposals: [a]}\noutcome: adopted\nadopted: {date: ${DAY}, from: ${V1}, to: ${V1}, with: [b], hunks: [1]}\n`,
    [
      'amends',
      'base',
      'by',
      'date',
      'outcome',
      'adopted',
      'adopted/date',
      'adopted/from',
      'adopted/to',
    ],
  ],
  [
    'collective',
    `name: A\nkind: b\nexample: true\njoined: ${DAY}\nleft: ${DAY}\ncollege: a\nweight: {value: 1, source: B.}\ndelegates: [{id: a, role: B, keys: [{key: ${KEY}, from: ${DAY}, revoked: ${DAY}}]}]\n`,
    [
      'name',
      'weight/value',
      'weight/source',
      'delegates/0/id',
      'delegates/0/keys/0/key',
      'delegates/0/keys/0/from',
    ],
  ],
  [
    'positions',
    `programme: a\ncollective: a\nserial: 1\npositions: {a: ${STANCE}}\n`,
    [
      'programme',
      'collective',
      'serial',
      'positions',
      'positions/a/stance',
      'positions/a/date',
      'positions/a/argument',
    ],
  ],
  [
    'ballot',
    `programme: a\ncollective: a\nserial: 1\ndate: ${DAY}\nby: a\npositions: {a: ${STANCE}}\n`,
    ['collective', 'positions', 'positions/a/stance', 'positions/a/argument'],
  ],
  [
    'transmission',
    `name: A\nkind: a\nhanded: [{edition: "1", date: ${DAY}, proposals: [a], answers: [{proposal: a, answer: partly, date: ${DAY}, link: "https://a.fr"}]}]\n`,
    [
      ...['name', 'kind', 'handed/0/edition', 'handed/0/date', 'handed/0/proposals'],
      ...['proposal', 'answer', 'date'].map((field) => `handed/0/answers/0/${field}`),
    ],
  ],
  [
    'decisions',
    `proposal: a\nrounds: [{opened: ${DAY}, closes: ${DAY}, text: ${V1}, rule: {method: consent}, electorate: {a: 1, b: 1}, notified: {a: ${DAY}}, seal: ${V1}, final-period: [${DAY}], rulings: [{on: a, ruling: overruled, by: a, date: ${DAY}, reason: B., objection: {date: ${DAY}, text: ${V1}}}], outcome: {result: adopted, closed: ${DAY}, stances: {a: {stance: objection, date: ${DAY}, text: ${V1}, by: ada, argument: Non., lifts-if: Si., state: uncounted, why: B.}}, copies: ${V1}, seal: ${V1}}}]\n`,
    [
      ...['proposal', 'rounds'],
      ...['opened', 'closes', 'text', 'rule', 'rule/method', 'electorate', 'seal'].map(
        (field) => `rounds/0/${field}`,
      ),
      ...[
        'on',
        'ruling',
        'by',
        'date',
        'reason',
        'objection',
        'objection/date',
        'objection/text',
      ].map((field) => `rounds/0/rulings/0/${field}`),
      ...[
        'result',
        'closed',
        'stances',
        'stances/a/stance',
        'stances/a/date',
        'stances/a/state',
        'seal',
      ].map((field) => `rounds/0/outcome/${field}`),
    ],
  ],
]

describe.each(KINDS)('of each file of the kind %s', (kind, yaml, needed) => {
  const head = parse(yaml) as Json
  const hasFinding = (changed: Json) =>
    schemaFindings({ path: 'a.yaml', kind, head: changed, places: {}, text: '' }).length > 0
  const places = placesIn(head)

  it('all fields together have no finding', () => expect(hasFinding(head)).toBe(false))

  it('each needed field is asked for, and no other', () => {
    const fields = places.filter((place) => isFields(valueAt(head, place.slice(0, -1))))
    const asked = fields
      .filter((place) => hasFinding(changedAt(head, place)))
      .map((place) => place.join('/'))
    expect(asked.sort()).toEqual([...needed].sort())
  })

  it('an unknown field is reported, in each map', () => {
    const maps = [[], ...places].filter((place) => isFields(valueAt(head, place)))
    expect(
      maps
        .filter((place) => !hasFinding(changedAt(head, [...place, 'odd'], true)))
        .map((place) => place.join('/')),
    ).toEqual([])
  })

  it('a value of the wrong type is reported, in each field', { tags: ['long'] }, () => {
    // Numbers of sources may be of any sort.
    const odd: readonly Json[] = [[[true]], { odd: [true] }, kind === 'sources' ? [[true]] : 0.5]
    expect(
      places
        .filter((place) => !odd.every((value) => hasFinding(changedAt(head, place, value))))
        .map((place) => place.join('/')),
    ).toEqual([])
    expect(hasFinding('a')).toBe(true)
  })
})

type Path = readonly (string | number)[]

function placesIn(value: Json): readonly Path[] {
  const entries = Array.isArray(value)
    ? value.map((one, at) => [at, one] as const)
    : isFields(value)
      ? Object.entries(value)
      : []
  return entries.flatMap(([key, inside]) => [
    [key],
    ...placesIn(inside as Json).map((place) => [key, ...place]),
  ])
}

function valueAt(value: Json, place: Path): Json {
  return place.reduce<Json>(
    (inside, key) => (inside as Record<string | number, Json>)[key] as Json,
    value,
  )
}

/** A copy with another value there, or none. */
function changedAt(value: Json, place: Path, young?: Json): Json {
  const copy = structuredClone(value) as Json
  const holder = valueAt(copy, place.slice(0, -1)) as Record<string | number, Json>
  const last = place.at(-1) as string | number
  if (young === undefined) delete holder[last]
  else holder[last] = young
  return copy
}
