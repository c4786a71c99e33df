import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../read/read-document.ts'
import { formatYaml } from '../yaml/format-yaml.ts'
import { KEY_ORDER } from '../yaml/key-order.ts'
import { formatDocument } from './format-document.ts'

describe('canonical YAML', () => {
  const order = { keys: ['title', 'summary', 'positions'], sorted: 'positions' }

  it.each([
    [
      'orders keys, with their comments',
      '# du résumé\nsummary:   Un  # court\n\ntitle:  "Deux"\nautre: [ a,b ]\n',
      'title: "Deux"\n# du résumé\nsummary: Un # court\n\nautre: [a, b]\n',
    ],
    [
      'keeps what is said to the editor first',
      '# yaml-language-server: $schema=a.json\nsummary: Un\ntitle: Deux\n',
      '# yaml-language-server: $schema=a.json\ntitle: Deux\nsummary: Un\n',
    ],
    [
      'keeps texts of several lines',
      'summary: >-\n  Une ligne,\n  une autre.\ntitle: Un\n',
      'title: Un\nsummary: >-\n  Une ligne,\n  une autre.\n',
    ],
    [
      'sorts the map that is sorted',
      'positions:\n  # de b\n  b: {stance: consent}\n  a:\n    stance: objection\n    argument: >-\n      Une\n      autre\n',
      'positions:\n  a:\n    stance: objection\n    argument: >-\n      Une\n      autre\n  # de b\n  b: {stance: consent}\n',
    ],
    [
      'fixes line ends and blanks',
      '\uFEFFtitle: Un\r\n\r\n\r\nsummary: Deux\r\n',
      'title: Un\n\nsummary: Deux\n',
    ],
    [
      'leaves alone what multiplies itself',
      'a: &a [x]\nb:  [*a, *a]\ntitle:   Un\n',
      'a: &a [x]\nb:  [*a, *a]\ntitle:   Un\n',
    ],
    ['leaves alone what it cannot read', 'title: [a\nsummary: Un\n', 'title: [a\nsummary: Un\n'],
    ['puts a comment where it stays', 'title: # note    c: d\n\n', 'title: # note    c: d\n'],
    [
      'keeps lists in their order',
      '- id:   b\n  title: Un\n-   id: a\n',
      '- id: b\n  title: Un\n- id: a\n',
    ],
  ])('%s', (_, text, wanted) => {
    expect(formatYaml(text, order)).toBe(wanted)
    expect(formatYaml(wanted, order)).toBe(wanted)
  })

  it('changes no value, and nothing the second time', { tags: ['long'] }, () => {
    const piece = fc.constantFrom(
      'title:',
      'summary: ',
      'positions:\n',
      '  a: ',
      '  b:\n',
      '    c: d\n',
      ' Un mot',
      '"x"',
      '# note',
      ' # note',
      '\n',
      '[a, b]',
      '{c: 1}',
      '- ',
      '>-\n',
      '  texte\n',
      "'",
      '1.0',
      'null',
      ': ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('')
        const done = formatYaml(text, order)
        expect(formatYaml(done, order)).toBe(done)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a file of a programme', () => {
  it('has its keys in the order of its schema', () => {
    for (const [kind, { keys }] of Object.entries(KEY_ORDER)) {
      if (kind === 'sources') continue
      const name = kind === 'manifest' ? 'programme' : kind
      const schema = JSON.parse(
        readFileSync(new URL(`../../../../schemas/${name}.schema.json`, import.meta.url), 'utf8'),
      ) as {
        properties: object
      }
      expect(keys).toEqual(Object.keys(schema.properties))
    }
  })

  it('is formatted, except the marked text of an amendment', () => {
    const text =
      '---\nby: exemple-a\namends:   guichet\nbase: v1-0\ndate: 2025-03-04\n---\n\n## Motifs\n\n* un\n\n## Texte\n\n* {~~un~>deux~~}\n'
    const document = readDocument({ path: 'amendments/guichet/a.md', text }, 'amendment')
    expect(formatDocument(document, [], 'Texte')).toBe(
      '---\namends: guichet\nbase: v1-0\nby: exemple-a\ndate: 2025-03-04\n---\n\n## Motifs\n\n- un\n\n## Texte\n\n* {~~un~>deux~~}\n',
    )
  })

  it('ends all its lines as in Unix, those of front matter and of marked text too', () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n')
    const amendment =
      '---\namends: guichet\nbase: v1-0\nby: exemple-a\ndate: 2025-03-04\n---\n\n## Motifs\n\n- un\n\n## Texte\n\n* {~~un~>deux~~}\n'
    const document = readDocument(
      { path: 'amendments/guichet/a.md', text: windows(amendment) },
      'amendment',
    )
    expect(formatDocument(document, [], 'Texte')).toBe(amendment)
    const page = '---\nlayout:   page\n---\n\n# Lire\n'
    expect(
      formatDocument(
        readDocument({ path: 'LISEZMOI.md', text: windows(page) }, 'page'),
        [],
        'Texte',
      ),
    ).toBe(page)
  })

  it('keeps the front matter of a page, and one blank line after it', () => {
    const page = readDocument(
      { path: 'LISEZMOI.md', text: '---\nb:   1\na: 2\n---\n\n\n* un\n' },
      'page',
    )
    expect(formatDocument(page, [], 'Texte')).toBe('---\nb:   1\na: 2\n---\n\n- un\n')
  })

  it('is left alone when it was decided, or cannot be read', () => {
    const text = 'proposal:   guichet\nrounds: []\n'
    expect(
      formatDocument(
        readDocument({ path: 'decisions/guichet.yaml', text }, 'decisions'),
        [],
        'Texte',
      ),
    ).toBeNull()
    expect(
      formatDocument(
        readDocument({ path: 'axes/a/b.md', text: '---\ntitle: [a\n---\n' }, 'proposal'),
        [],
        'Texte',
      ),
    ).toBeNull()
  })

  it.each(['', '\n', '\n\n\n', '\r\n \t\r\n'])(
    'leaves one blank line between the head and what follows, for %j',
    (blanks) => {
      const text = `---\ntitle: Un\nsummary: Deux\n---\n${blanks}* Un mot.\n`
      const document = readDocument({ path: 'axes/a/b.md', text }, 'proposal')
      expect(formatDocument(document, [], 'Texte')).toBe(
        '---\ntitle: Un\nsummary: Deux\n---\n\n- Un mot.\n',
      )
    },
  )
})
