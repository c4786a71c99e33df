import { readDocument, wholeDigest } from '@cahier/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CompletionItem, TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { sampleEditors } from '../samples/sample-editor.ts'
import { sampleProgramme } from '../samples/sample-programme.ts'

const guichet = 'axes/services/guichet.md'
const text = sampleProgramme[guichet] as string

const { started } = sampleEditors(onTestFinished)

const labels = (items: readonly { label: string }[]) => items.map(({ label }) => label)

describe('completion', () => {
  const proposed = async (path: string, marked: string) =>
    (await (
      await started()
    ).askAt<CompletionItem[] | null>('textDocument/completion', path, marked)) ?? []

  /** The same, with what an editor asks for of the first of them. */
  const resolved = async (path: string, marked: string) => {
    const editor = await started()
    const items = await editor.askAt<CompletionItem[]>('textDocument/completion', path, marked)
    const { documentation } = await editor.connection.sendRequest<CompletionItem>(
      'completionItem/resolve',
      items[0],
    )
    return { items, words: (documentation as { value: string }).value }
  }

  it('gives the keys that are not there yet, with their titles', async () => {
    const items = await proposed(guichet, text.replace('scale: national', 'sc|'))
    expect(labels(items)).toContain('scale')
    expect(labels(items)).not.toContain('horizon')
    expect(items.find(({ label }) => label === 'scale')).toMatchObject({
      detail: 'Échelle',
      documentation: { value: expect.stringContaining('Où cela se décide') },
      textEdit: { newText: 'scale: ' },
    })
  })

  it('gives the values of the vocabularies with their titles', async () => {
    const items = await proposed(
      guichet,
      text.replace('impacts: [libertes]', 'impacts: [libertes, |'),
    )
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([['climat', 'Climat']])
  })

  it('gives nothing that a list holds already, before or behind', async () => {
    for (const typed of ['[|, libertes]', '["libertes", "|"]', '\n  - |\n  - libertes']) {
      expect(labels(await proposed(guichet, text.replace('[libertes]', typed)))).toEqual(['climat'])
    }
  })

  it('gives the keys that go with the method of a decision rule, and one of two that exclude each other', async () => {
    const keys = async (rule: string) =>
      labels(await proposed('programme.yaml', `title: x\ndecision:\n  default: ${rule}`))
    expect(await keys('{method: lazy, |}')).toEqual([
      'quorum',
      'minimum-consents',
      'days',
      'otherwise',
      'early-close',
    ])
    expect(await keys('\n    method: majority\n    more-than: 1/2\n    |')).toEqual([
      'of',
      'quorum',
      'minimum-consents',
      'early-close',
    ])
    expect(await keys('{method: consent, quorum: {at-least: 1/2, |}}')).toEqual([])
  })

  it('gives the rules whose level can be set, and levels', { tags: ['long'] }, async () => {
    const rules = await proposed('programme.yaml', 'title: x\nlint:\n  style/spelling: off\n  ty|')
    expect(rules.find(({ label }) => label === 'typography/quotes')).toMatchObject({
      textEdit: { newText: 'typography/quotes: ' },
    })
    for (const not of ['style/spelling', 'safety/invisible'])
      expect(labels(rules)).not.toContain(not)
    const typed = [
      'lint:\n  style/spelling: |',
      'lint: {style/spelling: |}',
      'lint-paths:\n  - paths: [axes]\n    levels: {style/spelling: |}',
    ]
    for (const text of typed) {
      expect(labels(await proposed('programme.yaml', `title: x\n${text}\n`))).toEqual([
        'error',
        'warning',
        'info',
        'off',
      ])
    }
  })

  it('gives the one name that a file can write where its path says it, and to an axis what is in it', async () => {
    for (const [path, typed, name] of [
      ['amendments/guichet/plus.md', '---\namends: |\n---\n', 'guichet'],
      ['amendments/services/plus.md', '---\namends: |\n---\n', 'services'],
      ['positions/exemple-b.yaml', 'collective: |\n', 'exemple-b'],
      ['decisions/courrier.yaml', 'proposal: |\n', 'courrier'],
      ['axes/ia/axis.md', '---\nproposals: [|]\n---\n', undefined],
    ] as const) {
      expect(labels(await proposed(path, typed))).toEqual(name === undefined ? [] : [name])
    }
  })

  it('gives the identifier of the programme, and editions between quotes', async () => {
    expect(labels(await proposed('positions/exemple-b.yaml', 'programme: |\n'))).toEqual([
      'exemple',
    ])
    const editor = await started({
      ...sampleProgramme,
      'editions/2026-1.json': '{"edition": "2026-1"}',
    })
    for (const [typed, written] of [
      ['|', '"2026-1"'],
      ['"|"', '2026-1'],
    ]) {
      const items = await editor.askAt<CompletionItem[]>(
        'textDocument/completion',
        'transmissions/parti.yaml',
        `handed:\n  - edition: ${typed}\n`,
      )
      expect(labels(items)).toEqual([written])
    }
  })

  it('gives, where one answers, what was handed over that day', async () => {
    const handed = (proposal: string) =>
      `  - edition: x\n    proposals: [${proposal}]\n    answers:\n`
    const typed = `kind: partis\nhanded:\n${handed('guichet')}      - {proposal: guichet, answer: refused}\n${handed('courrier')}      - {proposal: |, answer: refused}\n`
    expect(labels(await proposed('transmissions/parti.yaml', typed))).toEqual(['courrier'])
  })

  it('gives yes and no where nothing else may stand, and sources with their titles where one is named', async () => {
    expect(
      labels(await proposed('collectives/exemple-b.yaml', 'name: Exemple B\nexample: |\n')),
    ).toEqual(['true', 'false'])
    const sources = await proposed(
      'sources.yaml',
      `${sampleProgramme['sources.yaml']}  superseded-by: |\n`,
    )
    expect(sources.map(({ label, detail }) => [label, detail])).toEqual([
      ['insee-2022', 'Le renoncement aux démarches'],
    ])
  })

  it('proposes to nothing that it depend on itself, or be replaced by itself', async () => {
    for (const typed of ['requires: [|]', 'merges:\n  - |', 'replaced-by: |']) {
      expect(labels(await proposed(guichet, text.replace('authors: [exemple-a]', typed)))).toEqual([
        'courrier',
      ])
    }
    const first =
      sampleProgramme['sources.yaml']?.replace(
        '\n- id: cour-2023',
        '\n  superseded-by: |\n- id: cour-2023',
      ) ?? ''
    expect(labels(await proposed('sources.yaml', first))).toEqual(['cour-2023'])
  })

  it('gives the sources once a citation begins, and what is typed after another', async () => {
    const { items, words } = await resolved(
      guichet,
      text.replace('@insee-2022, p. 2]', '@cour-2023 ; @in|]'),
    )
    expect(labels(items)).toEqual(['insee-2022', 'cour-2023'])
    expect(items[0]).toMatchObject({
      filterText: 'insee-2022 Le renoncement aux démarches',
      textEdit: { newText: 'insee-2022' },
    })
    expect(words).toContain('*Le renoncement aux démarches*')
    expect(await proposed(guichet, text.replace('Un tiers', 'moi@in|'))).toEqual([])
  })

  it('gives images, and nothing else, once an image begins', async () => {
    const editor = await started({ ...sampleProgramme, 'assets/Un marché.png': 'x' })
    const found = await editor.askAt<CompletionItem[]>(
      'textDocument/completion',
      guichet,
      text.replace('[courrier](courrier.md)', '![Le marché](|)'),
    )
    expect(labels(found)).toEqual(['../../assets/Un%20march%C3%A9.png'])
  })

  it('gives the files once a link begins, the sections that are missing', async () => {
    expect(labels(await proposed(guichet, text.replace('(courrier.md)', '(|)')))).toEqual([
      'courrier.md',
      'axis.md',
    ])
    const [section, ...others] = await proposed(guichet, `${text}\n## |`)
    expect([section?.label, others]).toEqual(['## Objections et réponses', []])
    const typed = TextDocument.create('x:y', '', 0, `${text}\n## `)
    expect(TextDocument.applyEdits(typed, [section?.textEdit as TextEdit])).toBe(
      `${text}\n## Objections et réponses\n\n`,
    )
    expect(
      labels(
        await proposed(
          'amendments/guichet/plus.md',
          '---\namends: guichet\n---\n\n## Motifs\n\nPour tous.\n\n|',
        ),
      ),
    ).toEqual(['## Texte'])
  })

  it('gives first the sections whose place it is', async () => {
    const alone = (title: string, lsp: string) =>
      text.replace(/\n## [\s\S]*/, `\n## ${title}\n\nUn mot.\n\n${lsp}`)
    expect(labels(await proposed(guichet, alone('Ce que nous proposons', '|')))[0]).toBe(
      '## Objections et réponses',
    )
    expect(
      labels(
        await proposed(guichet, text.replace(/\n## [\s\S]*/, '\n|\n\n## Ce que nous proposons\n')),
      )[0],
    ).toBe('## Pourquoi')
  })

  it('gives axes, collectives, proposals, members, days, and the digest of the text a stance is about', async () => {
    expect(labels(await proposed('programme.yaml', 'title: x\naxes: [|'))).toEqual(['services'])
    const authors = await resolved(guichet, text.replace('[exemple-a]', '[|'))
    expect(labels(authors.items)).toEqual(['exemple-a', 'exemple-b'])
    expect(authors.words).toContain('**Exemple A** — association')
    expect(
      labels(await proposed('axes/services/axis.md', '---\ntitle: x\nproposals:\n  - |\n---\n')),
    ).toEqual(['courrier', 'guichet'])
    const [stance] = await proposed(
      'positions/exemple-b.yaml',
      'programme: exemple\npositions:\n  gui|',
    )
    expect(stance?.textEdit?.newText).toMatch(
      /^guichet:\n {4}stance: \n {4}date: 2025-03-01\n {4}text: v1-[0-9a-f]{64}$/,
    )
    expect(
      labels(await proposed('positions/exemple-b.yaml', 'positions:\n  guichet:\n    stance: |')),
    ).toEqual(['consent', 'reservation', 'objection', 'abstention'])
  })

  it('gives a whole new file where nothing is written', async () => {
    const [item] = await proposed('axes/services/rouvrir-les-accueils.md', '|')
    expect(item).toMatchObject({ label: 'Nouvelle proposition' })
    expect(item?.textEdit?.newText).toMatch(
      /^---\ntitle: >-\n {2}Rouvrir les accueils\n[\s\S]*## Ce que nous proposons/,
    )
    const [axis] = await proposed('axes/vie-quotidienne/axis.md', '---|')
    expect(axis).toMatchObject({ label: 'Nouvel axe', filterText: '---Nouvel axe' })
    expect(axis?.textEdit?.newText).toMatch(/^---\ntitle: >-\n {2}Vie quotidienne\n/)
    expect(await proposed('sources.yaml', '|')).toEqual([])
  })

  it('gives the digest that an amendment begins from, to an axis as to a proposal', async () => {
    const axis = readDocument(
      { path: 'axes/services/axis.md', text: sampleProgramme['axes/services/axis.md'] as string },
      'axis',
    )
    const base = wholeDigest(axis, [])
    const [whole] = await proposed('amendments/services/autre.md', '|')
    expect(whole?.textEdit?.newText).toContain(`base: ${base}\n`)
    expect(
      labels(
        await proposed('amendments/services/autre.md', '---\namends: services\nbase: |\n---\n'),
      ),
    ).toEqual([base])
    expect(
      labels(
        await proposed('amendments/services/autre.md', '---\namends: services\ndate: |\n---\n'),
      ),
    ).toEqual(['2025-03-01'])
  })
})
