import { expect, it } from 'vitest'
import { coreMessages } from '../core-messages.ts'
import type { Kind } from '../model/document.ts'
import { sentenceOf } from '../model/wording.ts'
import { readDocument } from '../read/read-document.ts'
import { listFrom } from './suggested-value.ts'

it.each([
  ['libertes ;  climat', '[libertes, climat]'],
  ['- libertes\n\n   - climat', '[libertes, climat]'],
  [`libertes${'\n'.repeat(1_000_000)}climat`, '[libertes, climat]'],
])('a list as people write it becomes one of YAML, however many blanks it has', (written, list) => {
  expect(listFrom(written, '"', {})).toBe(list)
})

it('a number as people write it is suggested in YAML', () => {
  const weight = (written: string) =>
    sentencesOf('collective', `name: A\nkind: b\nweight: {value: ${written}, source: Registre}\n`)
  expect(weight('1 200')).toEqual([
    '4:17 un nombre s’écrit ici d’un seul tenant, avec un point avant les décimales : écrivez 1200 au lieu de « 1 200 »',
  ])
  expect(weight('environ 120')).toEqual([
    '4:17 « value » attend un nombre entier, pas « environ 120 »',
  ])
  expect(weight('"120"')).toEqual(['4:17 un nombre s’écrit sans guillemets : écrivez 120'])
  const claim = (written: string) =>
    readDocument(
      {
        path: 'sources.yaml',
        text: `- {id: a, type: book, title: A, claims: [{says: B, value: "${written}", unit: m, year: 2020}]}\n`,
      },
      'sources',
    ).findings.map(({ edits }) => edits?.map(({ text }) => text))
  expect(claim('4,10')).toEqual([['4.10']])
  expect(claim('12 %')).toEqual([undefined])
})

it('a ratio as people write it is suggested as a fraction', () => {
  const quorum = (written: string) =>
    sentencesOf(
      'manifest',
      `decision: {default: {method: consent, quorum: {at-least: ${written}}}}\n`,
    ).slice(-1)
  const meant = (written: string) => [
    `2:58 une part s’écrit comme une fraction : écrivez 2/3 au lieu de « ${written} »`,
  ]
  expect([quorum('2 / 3'), quorum('⅔')]).toEqual(['2 / 3', '⅔'].map(meant))
  expect(quorum('"0,66"')).toEqual([
    '2:58 « at-least » attend une fraction comme 2/3, pas « 0,66 »',
  ])
  expect(quorum('66 %')).toEqual(['2:58 « at-least » attend une fraction comme 2/3, pas « 66 % »'])
})

function sentencesOf(kind: Kind, head: string): readonly string[] {
  return readDocument(
    { path: 'axes/services/accueil.md', text: `---\n${head}---\n` },
    kind,
  ).findings.map(
    (finding) =>
      `${finding.place.start.line}:${finding.place.start.column} ${sentenceOf(finding, coreMessages, 'fr')}`,
  )
}
