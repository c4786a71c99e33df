import { expect, it } from 'vitest'
import { bodyStartOf, FRONT_MATTER } from './front-matter.ts'

const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  'YAML lower down': [
    '\n---\ntitle: Un mot\n---\n',
    ' ---\ntitle: >-\n  Un mot\nlist:\n- a\n# b\n ---\n',
  ],
  TOML: ['+++\ntitle = "Un mot"\n\n[menu]\nname = "x"\n+++\n'],
  'fenced JSON': [';;;\n{ "title": "Un mot" }\n;;;\n'],
  'JSON without braces': ['"title": "Un mot",\n"tags": ["a", "b"]\n;;;\n'],
  JSON: [
    '{\n  "title": "Un mot",\n  "menu": {\n    "name": "x"\n  }\n}\n',
    '{ "title": "Un mot",\n  "date": "2026"\n}\n',
  ],
  'YAML that no line opens': [
    'title: Un mot\n\ncategories:\n- a\n  - b\n---\n',
    'date: 2026\ntags: [a, b]\n---\n',
  ],
  fields: [
    'Title: Un mot\nDate: 2026\n',
    'Title: Un mot\n',
    'Author: Ana\nSummary: Un mot\n  et un autre\n',
  ],
  'Org keywords': ['#+TITLE: Un mot\n#+DATE: 2026\n'],
}

it.each(FRONT_MATTER.map(({ what }) => what))(
  'a page begins after its front matter: %s',
  (what) => {
    const examples = WRITTEN[what] ?? []
    expect(examples.length).toBeGreaterThan(0)
    for (const head of examples)
      for (const mark of ['', '\uFEFF'])
        for (const end of ['\n', '\r\n']) {
          const text = `${mark}${head}\n# Un titre\n\nUn mot.\n\n---\n`.replaceAll('\n', end)
          expect(text.slice(bodyStartOf(text)).trim()).toMatch(/^# Un titre/)
        }
  },
)

it.each([
  '# Un titre\n\n---\n\nUn mot : oui.\n\n---\n',
  '---\n\nUn mot : oui.\n',
  '\n---\n\nUn mot d’accueil.\n\n---\n',
  'Ordre du jour: le budget\nPrésents: dix\n\nUn mot.\n',
  'Le titre:\nTitle: oui\net le texte.\n',
  '"Un mot": dit-elle.\n\nUn autre.\n',
  '{ "title": "Un mot" : oui.\n',
  '+++\ntitle = "Un mot"\n\nUn mot.\n',
  '',
])('nothing else is front matter: %j', (text) => {
  expect(bodyStartOf(text)).toBe(0)
})
