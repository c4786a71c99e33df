import { describe, expect, it, onTestFinished } from 'vitest'
import type {
  CodeLens,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Range,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver'
import { covered, sampleEditors } from '../samples/sample-editor.ts'
import { sampleProgramme } from '../samples/sample-programme.ts'

const { started } = sampleEditors(onTestFinished)

const guichet = 'axes/services/guichet.md'
const text = sampleProgramme[guichet] as string
const amendment = `---
amends: guichet
base: v1-${'0'.repeat(64)}
by: exemple-a
date: 2025-02-01
---

## Motifs

Pour les campagnes [@insee-2022].

## Texte

Un guichet par {~~commune~>canton~~}{++ et par [@cour-2023] quartier++}.
`
const positions = (digest: string) =>
  `programme: exemple\ncollective: exemple-a\nserial: 1\npositions:\n  guichet:\n    stance: consent\n    date: 2025-02-01\n    text: ${digest}\n`

describe('outlines', () => {
  it('show title and sections, or the entries of data', async () => {
    const editor = await started()
    await editor.open(guichet, text)
    const [whole] = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', guichet)
    expect([whole?.name, whole?.children?.map(({ name }) => name)]).toEqual([
      'Garantir un guichet',
      ['Pourquoi', 'Ce que nous proposons'],
    ])
    const sources = await editor.ask<DocumentSymbol[]>(
      'textDocument/documentSymbol',
      'sources.yaml',
    )
    expect(sources.map(({ name, detail }) => [name, detail])).toContainEqual([
      'insee-2022',
      'Le renoncement aux démarches',
    ])
  })

  it('find what one looks for in the whole programme, accents aside', async () => {
    const editor = await started()
    const found = await editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
      query: 'demarches',
    })
    expect(found.map(({ name }) => name)).toEqual(['Le renoncement aux démarches'])
    const all = await editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
      query: '',
    })
    expect(all.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Garantir un guichet', 'Services', 'Exemple B']),
    )
  })

  it.each([
    'Un guichet',
    '"Un guichet"',
    "'Un : guichet'",
    'Un guichet # ici',
    '>-\n  Un\n  guichet',
    't',
    '"Un \\"guichet\\""',
  ])('lead to the title itself, written %j', async (written) => {
    const titled = text.replace('Garantir un guichet', written)
    const editor = await started({ ...sampleProgramme, [guichet]: titled })
    await editor.open(guichet, titled)
    const [whole] = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', guichet)
    const all = await editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
      query: '',
    })
    const found = all.find(({ location }) => location.uri === editor.uri(guichet))
    expect(found?.name).toBe(whole?.name)
    expect(found?.location.range).toEqual(whole?.selectionRange)
    const source = all.find(({ containerName }) => containerName === 'insee-2022')
    expect(
      covered(sampleProgramme['sources.yaml'] as string, source?.location.range as Range),
    ).toBe('insee-2022')
  })

  it('lead to what names a source, though it is named as its field is', async () => {
    const bibliography = `${sampleProgramme['sources.yaml']}`.replaceAll('insee-2022', 'id')
    const editor = await started({ ...sampleProgramme, 'sources.yaml': bibliography })
    const all = await editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
      query: '',
    })
    const { line, character } = all.find(({ containerName }) => containerName === 'id')?.location
      .range.start ?? { line: 0, character: 0 }
    expect(bibliography.split('\n')[line]?.slice(0, character)).toBe('- id: ')
  })

  it('let what is asked meanwhile be answered first, in a large programme', {
    tags: ['long'],
  }, async () => {
    // Heads that are read in full, since others are read in no time.
    const slow = text.replace('---\n', '---\n # longue à lire\n')
    const many = Array.from(
      { length: 300 },
      (_, rank) => [`axes/services/guichet-${rank}.md`, slow] as const,
    )
    const editor = await started({ ...sampleProgramme, ...Object.fromEntries(many) })
    const answered: string[] = []
    const all = editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
      query: '',
    })
    const context = [
      all.then(() => answered.push('everything')),
      editor.ask('textDocument/hover', guichet, { position: { line: 0, character: 0 } }),
    ]
    context[1]?.then(() => answered.push('one file'))
    await Promise.all(context)
    expect(answered).toEqual(['one file', 'everything'])
    expect((await all).length).toBeGreaterThan(300)
  })

  it('fold head and sections, and select what is around, growing', async () => {
    const editor = await started()
    await editor.open(guichet, text)
    const folds = await editor.ask<FoldingRange[]>('textDocument/foldingRange', guichet)
    expect(folds).toEqual(
      expect.arrayContaining([
        { startLine: 0, endLine: 9 },
        { startLine: 11, endLine: 13 },
      ]),
    )
    const manifest =
      'title: Un programme\nsections:\n  - {id: why, title: Pourquoi}\n  - {id: what, title: Quoi}\ndecision:\n  default: {method: consent}\n\nlanguage: fr\n'
    await editor.open('programme.yaml', manifest)
    expect(await editor.ask<FoldingRange[]>('textDocument/foldingRange', 'programme.yaml')).toEqual(
      [
        { startLine: 1, endLine: 3 },
        { startLine: 4, endLine: 5 },
      ],
    )
    const line = text.split('\n').findIndex((one) => one.startsWith('Un tiers'))
    const [found] = await editor.ask<SelectionRange[]>('textDocument/selectionRange', guichet, {
      positions: [{ line, character: 35 }],
    })
    const sizes: string[] = []
    for (let range = found; range !== undefined; range = range.parent)
      sizes.push(covered(text, range.range))
    expect(sizes.slice(0, 2)).toEqual(['insee-2022', '[@insee-2022, p. 2]'])
    expect(sizes.at(-1)).toBe(text)
    const inHead = { line: text.split('\n').indexOf('horizon: court'), character: 11 }
    const [field] = await editor.ask<SelectionRange[]>('textDocument/selectionRange', guichet, {
      positions: [inHead],
    })
    expect([field, field?.parent].map((one) => one && covered(text, one.range))).toEqual([
      'court',
      'horizon: court',
    ])
  })
})

describe('beside the text', () => {
  const amended = { ...sampleProgramme, 'amendments/guichet/canton.md': amendment }

  it('says above a proposal where it stands and what waits', async () => {
    const editor = await started(amended)
    await editor.open(guichet, text)
    const found = await editor.ask<CodeLens[]>('textDocument/codeLens', guichet)
    expect(found.map(({ command }) => command?.title)).toEqual([
      'Proposition à l’état de projet',
      '1 amendement en attente',
    ])
    expect(found.map(({ range }) => covered(text, range))).toEqual([
      'title: Garantir un guichet',
      'title: Garantir un guichet',
    ])
  })

  it('says above a proposal who is to be asked again, and beside a stance today’s digest', async () => {
    const editor = await started({
      ...sampleProgramme,
      'positions/exemple-a.yaml': positions(`v1-${'0'.repeat(64)}`),
    })
    await editor.open(guichet, text)
    const found = await editor.ask<CodeLens[]>('textDocument/codeLens', guichet)
    expect(found.map(({ command }) => command?.title)).toContain('1 membre à consulter de nouveau')
    const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } }
    const [hint] = await editor.ask<InlayHint[]>(
      'textDocument/inlayHint',
      'positions/exemple-a.yaml',
      { range },
    )
    expect(hint?.label).toMatch(/^le texte a changé\u00A0: v1-[0-9a-f]{8}…$/)
    await editor.open('positions/exemple-a.yaml', positions(String(hint?.tooltip)))
    const [same] = await editor.ask<InlayHint[]>(
      'textDocument/inlayHint',
      'positions/exemple-a.yaml',
      { range },
    )
    expect(same?.label).toBe('le texte d’aujourd’hui')
  })

  it('colours citations and the marks of an amendment, each on its line', async () => {
    const editor = await started(amended)
    const { data } = await editor.ask<SemanticTokens>(
      'textDocument/semanticTokens/full',
      'amendments/guichet/canton.md',
    )
    const lines = amendment.split('\n')
    const shown: string[] = []
    for (let at = 0, line = 0, from = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 4)
      line += down
      from = down === 0 ? from + right : right
      shown.push(`${type}:${lines[line]?.slice(from, from + length)}`)
    }
    expect(shown).toEqual([
      '0:insee-2022',
      '1:{~~',
      '3:commune',
      '1:~>',
      '2:canton',
      '1:~~}',
      '1:{++',
      '2: et par [@',
      '0:cour-2023',
      '2:] quartier',
      '1:++}',
    ])
  })
})
