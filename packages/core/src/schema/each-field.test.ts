import { expect, it } from 'vitest'
import { coreMessages } from '../core-messages.ts'
import type { Kind } from '../model/document.ts'
import { escapePointer, type Json } from '../model/json.ts'
import { sentenceOf } from '../model/wording.ts'
import { readDocument } from '../read/read-document.ts'

const DIGEST = `v1-${'0'.repeat(64)}`
const SUM = '0'.repeat(64)
const NAME = `{literal: A, family: A, given: A, dropping-particle: de, non-dropping-particle: de, suffix: fils, comma-suffix: true, static-ordering: true, parse-names: true}`
const DATE = `{date-parts: [[2022, 2, "16"], [2022]], season: 1, circa: true, literal: A, raw: A, edtf: "2022-02"}`
const CLAIM = '{says: A, value: 1.5, unit: A, year: 2022, scope: A, page: 4}'

/** A sound file of each kind, in which each field stands. */
const SOUND: readonly (readonly [Kind, string, string])[] = [
  [
    'sources',
    'sources.yaml',
    `[{id: a, type: book, title: A, author: [${NAME}], issued: "2022-02", accessed: 2022, event-date: ${DATE}, URL: "https://a.fr", level: A,
      claims: [${CLAIM}], categories: [a], superseded-by: b, seen: 2022-02-01}]`,
  ],
  [
    'edition',
    'editions/1.json',
    `{"edition": "1", "date": "2022-01-01", "identifier": "a", "measures": [{"id": "a", "number": 1, "title": "A", "status": "adopted", "digest": "${DIGEST}",
      "whole": "${DIGEST}", "round": "2022-01-01"}]}`,
  ],
  [
    'bundle',
    'manifest.json',
    `{"format": "cahier-bundle-1", "identifier": "a", "edition": "1", "date": "2022-01-01", "title": "A", "language": "fr", "kind": "book",
      "files": [{"path": "a", "sha256": "${SUM}", "size": 3}], "assets": [{"path": "a", "sha256": "${SUM}"}],
      "measures": [{"id": "a", "number": 1, "axis": "a", "title": "A", "status": "adopted", "digest": "${DIGEST}", "text": "record/a", "decision": "record/a",
        "round": {"opened": "2022-01-01", "closes": "2022-01-01", "closed": "2022-01-01", "result": "adopted"},
        "stances": {"a": {"stance": "consent", "state": "fresh"}}}]}`,
  ],
]

it.each(SOUND)(
  'a file of kind %s tells each slip in each field, where it is',
  { tags: ['long'] },
  async (kind, path, text) => {
    const rows = new Map<string, string[]>()
    const visit = (value: Json, pointer: readonly string[]): void => {
      const row = rowOf(kind, path, headOf(kind, path, text), pointer)
      rows.set(row, [...(rows.get(row) ?? []), `/${pointer.join('/')}`])
      if (value !== null && typeof value === 'object')
        for (const [key, inside] of Object.entries(value)) visit(inside as Json, [...pointer, key])
    }
    visit(headOf(kind, path, text), [])
    await expect(
      [...rows].map(([row, pointers]) => `${pointers.join(' ')}\n  ${row}\n`).join(''),
    ).toMatchFileSnapshot(`each-field/${kind}.txt`)
  },
)

it('neither a record that leads out of the bundle, nor a day that is in no calendar, nor a name of spaces', () => {
  const [, path, text] = SOUND[2] as (typeof SOUND)[number]
  const slip = (pointer: string, value: Json) =>
    sentencesOf(
      'bundle',
      path,
      withSlip(headOf('bundle', path, text), pointer.split('/'), value),
      pointer.split('/'),
    )
  expect(slip('measures/0/text', 'record/../a')).toBe('path')
  expect(slip('measures/0/decision', 'record/../a')).toBe('recordPath')
  expect(slip('measures/0/round/closed', '2022-02-30')).toBe('day')
  expect(slip('measures/0/stances', { ' ': { stance: 'consent', state: 'fresh' } })).toBe('slug')
})

// The other fields of CSL 1.0.2, and ours: what is written as another is, and read as it is.
it.each([
  [
    'author',
    '[{literal: A}]',
    `chair collection-editor compiler composer container-author contributor curator director editor editorial-director executive-producer guest host illustrator
    interviewer narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator translator`,
  ],
  ['issued', '"2022-02"', 'available-date event-date original-date submitted'],
  [
    'abstract',
    'A',
    `annote archive archive_collection archive_location archive-place authority call-number citation-key citation-label collection-title container-title
    container-title-short dimensions division DOI event event-title event-place genre ISBN ISSN journalAbbreviation jurisdiction keyword language medium note
    original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale
    shortTitle source status title-short volume-title volume-title-short year-suffix reservations`,
  ],
  [
    'page',
    '4',
    `chapter-number citation-number collection-number edition first-reference-note-number issue locator number number-of-pages number-of-volumes page-first part
    printing section supplement version volume`,
  ],
])(
  '« %s » of a source has the same findings as similar fields',
  { tags: ['long'] },
  (field, value, others) => {
    const sentencesOf = (name: string) =>
      rowOf(
        'sources',
        'sources.yaml',
        headOf('sources', 'sources.yaml', `[{id: a, type: book, title: A, ${name}: ${value}}]`),
        ['0', name],
      )
    const wanted = sentencesOf(field)
    expect(wanted).toContain('null: empty')
    expect(others.split(/\s+/).filter((name) => sentencesOf(name) !== wanted)).toEqual([])
  },
)

function headOf(kind: Kind, path: string, text: string): Json {
  const { head, findings } = readDocument({ path, text }, kind)
  expect(findings).toEqual([])
  return head
}

/**
 * What is said when something else stands at a pointer, or nothing, slip by slip; `—` when it may.
 */
function rowOf(kind: Kind, path: string, sound: Json, pointer: readonly string[]): string {
  const absent =
    pointer.length === 0 || /^\d/.test(pointer.at(-1) ?? '') ? {} : { absent: undefined }
  const slips = Object.entries<Json | undefined>({
    ...absent,
    ...slipsOf(pointer.reduce((value, key) => value?.[key as never] as never, sound)),
  })
  return slips
    .map(
      ([name, slip]) =>
        `${name}: ${sentencesOf(kind, path, withSlip(sound, pointer, slip), pointer)}`,
    )
    .join(' · ')
}

function slipsOf(value: Json): Readonly<Record<string, Json>> {
  const [text, list, map] = ['é §', ['a'], { b: 'c' }]
  if (typeof value === 'string')
    return { null: null, blank: ' ', odd: text, number: 7, true: true, list, map }
  if (typeof value === 'number')
    return {
      null: null,
      blank: ' ',
      text,
      half: 1.5,
      zero: 0,
      below: -1,
      huge: 1e9,
      true: true,
      list,
      map,
    }
  if (typeof value === 'boolean') return { null: null, text: 'oui', number: 1, list, map }
  if (Array.isArray(value))
    return {
      null: null,
      none: [],
      twice: [value[0], value[0]],
      five: Array(5).fill(value[0]),
      text: 'a',
      map,
    }
  return { null: null, none: {}, text: 'a', list, more: { ...(value as object), zzzz: 'a' } }
}

function withSlip(document: Json, [key, ...rest]: readonly string[], slip: Json | undefined): Json {
  if (key === undefined) return slip as Json
  if (Array.isArray(document))
    return document.map((item, index) => (`${index}` === key ? withSlip(item, rest, slip) : item))
  const entries = Object.entries(document as Readonly<Record<string, Json>>)
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      name === key
        ? rest.length === 0 && slip === undefined
          ? []
          : [[name, withSlip(value, rest, slip)]]
        : [[name, value]],
    ),
  )
}

/**
 * The messages on a file, which are sentences that name what they speak of and what is wanted,
 * where the slip is.
 */
function sentencesOf(kind: Kind, path: string, head: Json, pointer: readonly string[]): string {
  const { findings, places } = readDocument({ path, text: JSON.stringify(head) }, kind)
  const near = places[pointerOf(pointer)] ?? places[pointerOf(pointer.slice(0, -1))]
  for (const finding of findings) {
    expect(sentenceOf(finding, coreMessages, 'fr')).not.toMatch(
      /schéma|forme attendue|undefined|« ?»|""/,
    )
    expect(sentenceOf(finding, coreMessages, 'en')).not.toMatch(
      /schema|form expected|undefined|“”|""/,
    )
    if (near === undefined) continue
    expect(finding.place.start.offset).toBeGreaterThanOrEqual((near.key ?? near.value).start.offset)
    expect(finding.place.start.offset).toBeLessThanOrEqual(near.value.end.offset)
  }
  return findings.map(({ message }) => message).join(', ') || '—'
}

function pointerOf(keys: readonly string[]): string {
  return keys.map((key) => `/${escapePointer(key)}`).join('')
}
