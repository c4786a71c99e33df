import { afterEach, describe, expect, it } from 'vitest'
import type { CodeAction, TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { covered, SampleEditor } from '../samples/sample-editor.ts'
import { sampleProgramme } from '../samples/sample-programme.ts'

const guichet = 'axes/services/guichet.md'
const text = sampleProgramme[guichet] as string

let editor: SampleEditor
afterEach(() => editor.stop())

async function started(files = sampleProgramme, locale = 'fr'): Promise<SampleEditor> {
  editor = new SampleEditor(files)
  await editor.start({}, { locale })
  return editor
}

describe('fixing', () => {
  const wrong = text
    .replace('horizon: court', 'horizon: Court')
    .replace('[@insee-2022, p. 2]', '[@inse-2022, p. 2]')
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } }
  const actions = (context: object) =>
    editor.ask<CodeAction[]>('textDocument/codeAction', guichet, {
      range,
      context: { diagnostics: [], ...context },
    })

  it('never fixes a text by what was found in the one typed meanwhile', async () => {
    await started()
    const wrong = text.replace('horizon: court', 'horizon: Court')
    await editor.open(guichet, wrong)
    await editor.diagnostics(guichet, (all) => all.length > 0)
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
    const context = editor.ask<CodeAction[]>('textDocument/codeAction', guichet, {
      range,
      context: { diagnostics: [] },
    })
    await editor.change(guichet, { text: wrong.replace('title:', '# une ligne de plus\ntitle:') })
    const places = (await context).flatMap(({ edit }) =>
      (edit?.changes?.[editor.uri(guichet)] ?? []).map(({ range }) => range),
    )
    expect(places.filter((place) => covered(wrong, place) !== 'Court')).toEqual([])
  })

  it('fixes one finding, with the finding it fixes', async () => {
    await started()
    await editor.open(guichet, wrong)
    const found = await actions({ only: ['quickfix'] })
    expect(found.map(({ title, kind, isPreferred }) => [title, kind, isPreferred])).toEqual([
      ['Écrire «\u00A0court\u00A0»', 'quickfix', true],
      ['Écrire «\u00A0insee-2022\u00A0»', 'quickfix', true],
    ])
    expect(found[0]?.diagnostics?.[0]?.code).toBe('reference/vocabulary')
  })

  it('says what each fix does, even of blanks alone', async () => {
    await started()
    await editor.open(
      guichet,
      text.replace('par commune.', 'par commune ; par canton : partout ! Et  après.'),
    )
    const titles = (await actions({ only: ['quickfix'] })).map(({ title }) => title)
    expect(titles).toContain('Écrire «\u00A0commune\u202F;\u00A0»')
    expect(titles).toContain('Écrire «\u00A0canton\u00A0:\u00A0»')
    expect(titles).toContain('Écrire «\u00A0partout\u202F!\u00A0»')
    expect(new Set(titles).size).toBe(titles.length)
    await editor.change(guichet, {
      text: text.replace('par commune.', 'par "commune" et par "canton".'),
    })
    const [many] = await actions({ only: ['quickfix'] })
    expect(many?.title).toBe(`Corriger\u00A0: ${many?.diagnostics?.[0]?.message}`)
  })

  it('proposes words for one that is misspelt, none of them by itself', async () => {
    await started()
    await editor.open(guichet, text.replace('Un tiers', 'L’acceuil d’un tiers'))
    const found = await actions({ only: ['quickfix'] })
    expect(found.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Écrire «\u00A0accueil\u00A0»', false],
      ['Ajouter «\u00A0acceuil\u00A0» aux mots du programme', false],
    ])
    expect(found[0]?.edit?.changes?.[editor.uri(guichet)]?.map(({ newText }) => newText)).toEqual([
      'accueil',
    ])
    expect(found[1]?.edit?.changes?.[editor.uri('programme.yaml')]?.[0]?.newText).toContain(
      'words: [acceuil]',
    )
    expect(await actions({ only: ['source.fixAll'] })).toEqual([])
  })

  it('describes a source that is cited and described nowhere', { tags: ['long'] }, async () => {
    await started()
    await editor.open(guichet, text.replace('@insee-2022', '@ville-de-lyon'))
    const [found, ...others] = await actions({ only: ['quickfix'] })
    expect([found?.title, found?.isPreferred, others]).toEqual([
      'Décrire «\u00A0ville-de-lyon\u00A0» dans sources.yaml',
      false,
      [],
    ])
    const edits = found?.edit?.changes?.[editor.uri('sources.yaml')] ?? []
    const sources = sampleProgramme['sources.yaml'] ?? ''
    const described = TextDocument.applyEdits(TextDocument.create('x:y', '', 0, sources), edits)
    expect(described.startsWith(`${sources}\n- id: ville-de-lyon\n`)).toBe(true)
    await editor.open('sources.yaml', described)
    expect(await actions({ only: ['quickfix'] })).toEqual([])
  })

  it('describes it as the others are, indented and with their line ends', async () => {
    await started()
    await editor.open(guichet, text.replace('@insee-2022', '@ville-de-lyon'))
    const sources = (sampleProgramme['sources.yaml'] ?? '')
      .replace(/^(?=.)/gm, '  ')
      .replaceAll('\n', '\r\n')
    await editor.open('sources.yaml', sources)
    const [found] = await actions({ only: ['quickfix'] })
    const edits = found?.edit?.changes?.[editor.uri('sources.yaml')] ?? []
    const described = TextDocument.applyEdits(TextDocument.create('x:y', '', 0, sources), edits)
    expect(described.startsWith(`${sources}\r\n  - id: ville-de-lyon\r\n    type:`)).toBe(true)
    expect(described.replaceAll('\r\n', '')).not.toContain('\n')
  })

  it('fixes all there is, with one change', async () => {
    await started()
    await editor.open(guichet, wrong)
    const [all, ...others] = await actions({ only: ['source'] })
    expect([all?.kind, others]).toEqual(['source.cahier', []])
    const edits = all?.edit?.changes?.[editor.uri(guichet)] ?? []
    expect(TextDocument.applyEdits(TextDocument.create('x:y', '', 0, wrong), edits)).toBe(text)
    expect(await actions({ only: ['refactor'] })).toEqual([])
  })

  it('fixes typography on save, and nothing else', async () => {
    await started()
    const typed = wrong.replace('par commune.', 'par commune...')
    expect(typed).not.toBe(wrong)
    await editor.open(guichet, typed)
    const [all, ...others] = await actions({ only: ['source.fixAll'] })
    expect([all?.kind, all?.title, others]).toEqual([
      'source.fixAll.cahier',
      'Corriger la typographie du fichier',
      [],
    ])
    const edits = all?.edit?.changes?.[editor.uri(guichet)] ?? []
    expect(TextDocument.applyEdits(TextDocument.create('x:y', '', 0, typed), edits)).toBe(
      wrong.replace('par commune.', 'par commune…'),
    )
    await editor.change(guichet, { text: wrong })
    expect(await actions({ only: ['source.fixAll'] })).toEqual([])
  })

  it('works out what fixes all once it is chosen, in an editor that can wait for it', async () => {
    editor = new SampleEditor()
    await editor.start({
      textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
    })
    await editor.open(guichet, wrong)
    const all = (await actions({})).find(({ kind }) => kind === 'source.cahier')
    expect([all?.title, all?.edit]).toEqual(['Corriger tout ce qui peut l’être', undefined])
    const { edit } = await editor.connection.sendRequest<CodeAction>('codeAction/resolve', all)
    const edits = edit?.changes?.[editor.uri(guichet)] ?? []
    expect(TextDocument.applyEdits(TextDocument.create('x:y', '', 0, wrong), edits)).toBe(text)
  })
})

describe('formatting', () => {
  it('writes a text in one way, changing the lines that are otherwise and no other', async () => {
    await started()
    const loose = text
      .replace('horizon: court\nscale: national', 'scale:   national\nhorizon: court')
      .replace('## Pourquoi\n\n', 'Pourquoi\n--------\n')
    await editor.open(guichet, loose)
    const edits = await editor.ask<TextEdit[]>('textDocument/formatting', guichet, {
      options: { tabSize: 2, insertSpaces: true },
    })
    expect(TextDocument.applyEdits(TextDocument.create('x:y', '', 0, loose), edits)).toBe(text)
    await editor.change(guichet, { text })
    expect(
      await editor.ask('textDocument/formatting', guichet, {
        options: { tabSize: 2, insertSpaces: true },
      }),
    ).toEqual([])
  })
})
