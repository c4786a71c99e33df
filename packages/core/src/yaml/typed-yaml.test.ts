import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { TypedYaml } from './typed-yaml.ts'

const TEXT =
  '---\ntitle: Un guichet\nsummary: "Un lieu : tous les droits"\nrequires:\n  - accueil\nrequests: [ouvrir un lieu]\n---\n\n## Constat\n\nUn fait.\n'
const SCRAPS = [
  '',
  'x',
  '\n',
  '---\n',
  '...\n',
  ': ',
  '"',
  '- ',
  '[',
  '\t',
  '\r\n',
  '\uFEFF',
  '#',
  ' # ',
  '<<<<<<< a\n',
  '=======\n',
  '>>>>>>> b\n',
  '|\n',
]

const edits = fc.array(
  fc.record({
    at: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.72, 0.75)),
    removed: fc.constantFrom(0, 0, 1, 4),
    scrap: fc.constantFrom(...SCRAPS),
  }),
  { minLength: 1, maxLength: 8 },
)

it('a head that is read again and again as its file is typed in is what it is when read once', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const typed = new TypedYaml()
      let text = TEXT
      for (const { at, removed, scrap } of all) {
        const start = Math.floor(at * text.length)
        text = text.slice(0, start) + scrap + text.slice(start + removed)
        const source = { path: 'axes/services/guichet.md', text }
        const { head, places, findings, body } = readDocument(
          source,
          'proposal',
          undefined,
          undefined,
          typed,
        )
        const once = readDocument(source, 'proposal')
        expect({ head, places, findings, body }).toEqual({
          head: once.head,
          places: once.places,
          findings: once.findings,
          body: once.body,
        })
      }
    }),
    { numRuns: 150 },
  )
})

it('a head that did not change is not read again', () => {
  const typed = new TypedYaml()
  const read = (text: string) =>
    readDocument(
      { path: 'axes/services/guichet.md', text },
      'proposal',
      undefined,
      undefined,
      typed,
    ).head
  const before = read(TEXT)
  expect(read(`${TEXT}Un autre.\n`)).toBe(before)
  expect(read(TEXT.replace('accueil', 'accueils'))).not.toBe(before)
})
