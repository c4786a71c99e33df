import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineStartsOf } from '../place.ts'
import { ListReader } from './list-reader.ts'
import { readYaml } from './read-yaml.ts'

const ENTRIES = [
  '- id: insee-2022\n  title: Renoncer à une démarche\n  issued: {date-parts: [[2022, 5]]}\n',
  '- id: cour-2023\n  title: "Un rapport : ses suites"\n\n  # vu en ligne\n  claims:\n    - {id: part, says: Une part, value: 32, unit: "%"}\n    - says: >-\n        Une phrase\n        sur deux lignes.\n',
  "- id: ddd-2019\n  title: 'L’accès'\n  note:\n  author:\n    - family: Nom\n      given: Prénom\n",
  '- id: seule\n  abstract: |\n    - ceci n’est pas une entrée\n\n    fin\n# après\n',
  '- [un, deux]\n- trois\n-  - quatre\n   - cinq\n',
  '-\n  id: dessous\n',
]
const SCRAPS = [
  '',
  'x',
  '\n',
  '- ',
  '\n- ',
  ': ',
  '[',
  ']',
  '{',
  '"',
  "'",
  '#',
  ' # ',
  '---\n',
  '&a ',
  '*a',
  '!!',
  '>-\n',
  '|\n',
  '\t',
  '\r\n',
  '\u00A0',
  '? ',
  '~',
  '...\n',
]

const text = fc
  .tuple(
    fc.constantFrom('', '# Sources\n', '\n', '# a\n\n'),
    fc.array(fc.constantFrom(...ENTRIES), { minLength: 1, maxLength: 6 }),
    fc.boolean(),
  )
  .map(([before, entries, isWindows]) =>
    isWindows ? (before + entries.join('')).replaceAll('\n', '\r\n') : before + entries.join(''),
  )
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.constantFrom(0, 0, 1, 3, 30),
    scrap: fc.constantFrom(...SCRAPS),
  }),
  { maxLength: 5 },
)

it('gives what reading all of it gives, whatever was typed before', () => {
  fc.assert(
    fc.property(text, edits, (beginning, all) => {
      const reader = new ListReader()
      let typed = beginning
      for (const edit of [null, ...all]) {
        if (edit !== null) {
          const at = Math.floor(edit.at * typed.length)
          typed = typed.slice(0, at) + edit.scrap + typed.slice(at + edit.removed)
        }
        const lineStarts = lineStartsOf(typed)
        const read = reader.read('sources.yaml', typed, lineStarts)
        if (read === null) continue
        const { value, spans, findings } = readYaml('sources.yaml', typed, lineStarts)
        expect([read, findings]).toEqual([{ value, places: spans.placesIn(lineStarts) }, []])
      }
    }),
    { numRuns: 200 },
  )
})

it('reads a list by its entries, and leaves what is wrong to the reader of all of it', () => {
  const reader = new ListReader()
  const read = (written: string) => reader.read('sources.yaml', written, lineStartsOf(written))
  const list = ENTRIES.slice(0, 4).join('')
  expect(read(list)?.value).toHaveLength(4)
  expect(read(list.replace('Renoncer', 'Renoncera'))?.places['/1/title']?.key?.start.line).toBe(5)
  expect(read(list.replace('"Un', 'Un'))).toBeNull()
  expect(read('title: Une fiche\n')).toBeNull()
})
