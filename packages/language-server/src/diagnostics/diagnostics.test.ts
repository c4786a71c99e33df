import { describe, expect, it, onTestFinished } from 'vitest'
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver'
import { sampleEditors } from '../samples/sample-editor.ts'
import { sampleProgramme } from '../samples/sample-programme.ts'

const { sampleEditor } = sampleEditors(onTestFinished)

const guichet = 'axes/services/guichet.md'
const text = sampleProgramme[guichet] as string
const wrong = text.replace('horizon: court', 'horizon: Court')
const line = wrong.split('\n').indexOf('horizon: Court')
const asking = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code)

describe('diagnostics that are sent', () => {
  it('of the text being typed, not of the one on the disk; gone once fixed', {
    tags: ['long'],
  }, async () => {
    const editor = sampleEditor()
    const { capabilities } = await editor.start()
    // Asked for as well, each would be shown twice.
    expect(capabilities.diagnosticProvider).toBe(undefined)
    await editor.open(guichet, wrong)
    const [found] = await editor.diagnostics(guichet)
    expect(found).toMatchObject({
      range: { start: { line, character: 9 }, end: { line, character: 14 } },
      severity: 1,
      source: 'cahier',
      code: 'reference/vocabulary',
      codeDescription: { href: 'file:///rules/reference/vocabulary.md' },
      message:
        '«\u00A0Court\u00A0» n’est pas un horizon du programme\u00A0: écrivez «\u00A0court\u00A0».',
    })
    await editor.change(guichet, {
      range: { start: { line, character: 9 }, end: { line, character: 10 } },
      text: 'c',
    })
    expect(await editor.diagnostics(guichet)).toEqual([])
  })

  it('of files that are not open too, as soon as another makes them wrong', {
    tags: ['long'],
  }, async () => {
    const editor = sampleEditor()
    await editor.start()
    const sources = sampleProgramme['sources.yaml'] as string
    await editor.open('sources.yaml', sources.replaceAll('insee-2022', 'insee-2021'))
    for (const path of ['axes/services/axis.md', guichet])
      expect(codes(await editor.diagnostics(path))).toContain('reference/source')
    await editor.change('sources.yaml', { text: sources })
    for (const path of ['axes/services/axis.md', guichet])
      await editor.diagnostics(path, (found) => !codes(found).includes('reference/source'))
  })

  it('in the language of the editor', async () => {
    const editor = sampleEditor()
    await editor.start({}, { locale: 'en-GB' })
    await editor.open(guichet, wrong)
    expect((await editor.diagnostics(guichet))[0]?.message).toBe(
      '“Court” is not a horizon of the programme: write “court”.',
    )
  })

  it('in a sentence that no sign of the text can turn round', async () => {
    const editor = sampleEditor()
    await editor.start()
    await editor.open(guichet, text.replace('horizon: court', 'horizon: cou\u202Ert'))
    const found = await editor.diagnostics(guichet)
    const said = found.find(({ code }) => code === 'reference/vocabulary')?.message
    expect(said).toContain('cou‹U+202E›rt')
  })

  it('of half-typed YAML, with whatever else can be read', async () => {
    const editor = sampleEditor()
    await editor.start()
    await editor.open(guichet, text.replace('impacts: [libertes]', 'impacts: [libertes,'))
    expect(codes(await editor.diagnostics(guichet))).toContain('structure/yaml')
  })

  it('again when the manifest changes what is allowed', async () => {
    const editor = sampleEditor()
    await editor.start()
    await editor.open(guichet, wrong)
    expect(await editor.diagnostics(guichet)).toHaveLength(1)
    await editor.open(
      'programme.yaml',
      (sampleProgramme['programme.yaml'] as string).replace('{id: court,', '{id: Court,'),
    )
    await editor.diagnostics(guichet, (found) => !codes(found).includes('reference/vocabulary'))
  })

  it('of files that were deleted or made underneath, once the editor says so, or saves', async () => {
    const editor = sampleEditor()
    await editor.start({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } })
    await editor.until(() =>
      editor.heard.includes('client/registerCapability') ? true : undefined,
    )
    await editor.open(guichet, text)
    expect(await editor.diagnostics(guichet)).toEqual([])
    editor.remove('axes/services/courrier.md')
    const uri = editor.uri('axes/services/courrier.md')
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: 3 }],
    })
    await editor.diagnostics(guichet, (found) => codes(found).includes('reference/link'))
    editor.save('axes/services/courrier.md', sampleProgramme['axes/services/courrier.md'] as string)
    await editor.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: editor.uri(guichet) },
    })
    await editor.diagnostics(guichet, (found) => found.length === 0)
  })

  it('of files that were deleted underneath an editor that does not watch', {
    tags: ['long'],
  }, async () => {
    const editor = sampleEditor()
    await editor.start()
    await editor.open(guichet, text)
    expect(await editor.diagnostics(guichet)).toEqual([])
    editor.remove('axes/services/courrier.md')
    editor.touch()
    await editor.diagnostics(guichet, (found) => codes(found).includes('reference/link'))
  })

  it('also where the system lets nothing more be watched', { tags: ['long'] }, async () => {
    const editor = sampleEditor()
    editor.canBeWatched = false
    const warned = new Promise((resolve) =>
      editor.connection.onNotification('window/logMessage', resolve),
    )
    await editor.start()
    await editor.open(guichet, text)
    expect(await warned).toMatchObject({ message: expect.stringContaining('ENOSPC') })
    editor.remove('axes/services/courrier.md')
    await editor.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: editor.uri(guichet) },
    })
    await editor.diagnostics(guichet, (found) => codes(found).includes('reference/link'))
  })

  it('and hints and lenses are asked for again when another file may have changed them', async () => {
    const editor = sampleEditor()
    await editor.start({
      workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
    })
    await editor.open(guichet, text)
    for (const method of ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh'])
      await editor.until(() => (editor.heard.includes(method) ? true : undefined))
  })

  it('in two programmes at once, without mixing them', { tags: ['long'] }, async () => {
    const files = Object.entries(sampleProgramme)
    const editor = sampleEditor(
      Object.fromEntries(
        ['un', 'deux'].flatMap((name) => files.map(([path, its]) => [`${name}/${path}`, its])),
      ),
    )
    const folders = ['un', 'deux'].map((name) => ({ name, uri: editor.uri(name) }))
    await editor.start({ workspace: { workspaceFolders: true } }, { workspaceFolders: folders })
    await editor.open(`un/${guichet}`, wrong)
    await editor.open(`deux/${guichet}`, text)
    expect(await editor.diagnostics(`un/${guichet}`)).toHaveLength(1)
    expect(await editor.diagnostics(`deux/${guichet}`)).toEqual([])
    await editor.open('un/sources.yaml', '[]\n')
    await editor.diagnostics('un/axes/services/courrier.md', (found) => found.length > 0)
    expect(
      editor.shown.get(editor.uri('deux/axes/services/courrier.md'))?.diagnostics ?? [],
    ).toEqual([])
  })

  it('once, of a programme that the editor has two folders of', async () => {
    const editor = sampleEditor()
    const folders = ['axes', 'collectives'].map((name) => ({ name, uri: editor.uri(name) }))
    await editor.start(
      { workspace: { workspaceFolders: true } },
      { workspaceFolders: folders, rootUri: null },
    )
    expect(
      await editor.connection.sendRequest('workspace/symbol', { query: 'garantir' }),
    ).toHaveLength(1)
  })

  it('no more of a programme whose folder the editor lets go, unless one of its files is open', async () => {
    const editor = sampleEditor({ ...sampleProgramme, [guichet]: wrong })
    const folder = { name: 'un', uri: editor.uri('') }
    await editor.start({ workspace: { workspaceFolders: true } }, { workspaceFolders: [folder] })
    expect(await editor.diagnostics(guichet)).toHaveLength(1)
    const letGo = () =>
      editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [folder] },
      })
    await editor.open('sources.yaml', sampleProgramme['sources.yaml'] as string)
    await letGo()
    expect(await editor.ask('textDocument/documentSymbol', guichet)).toHaveLength(1)
    await editor.close('sources.yaml')
    await letGo()
    await editor.diagnostics(guichet, (found) => found.length === 0)
    expect(await editor.ask('textDocument/documentSymbol', guichet)).toBe(null)
  })
})

describe('places', () => {
  // « é » takes two bytes, « 𝕏 » four bytes and two UTF-16 units.
  const lines = text.replace('title: Garantir un guichet', 'title: "Garantir é𝕏" oui').split('\n')
  for (const encodings of [['utf-8', 'utf-16'], ['utf-32', 'utf-8', 'utf-16'], ['utf-16']]) {
    it(`count in UTF-16, which every editor knows, whatever it prefers: ${encodings}`, async () => {
      const character = 20
      const editor = sampleEditor()
      const { capabilities } = await editor.start({ general: { positionEncodings: encodings } })
      expect(capabilities.positionEncoding).toBe('utf-16')
      await editor.open(guichet, lines.join('\r\n'))
      expect((await editor.diagnostics(guichet)).length).toBeGreaterThan(0)
      // The quotes go, and all that follows them is right again.
      await editor.change(guichet, {
        range: { start: { line: 1, character }, end: { line: 1, character: character + 1 } },
        text: '',
      })
      await editor.change(guichet, {
        range: { start: { line: 1, character: 7 }, end: { line: 1, character: 8 } },
        text: '',
      })
      expect(await editor.diagnostics(guichet)).toEqual([])
    })
  }

  it('follow a file that an editor opens under another writing of its address, and come back when it is closed', async () => {
    const editor = sampleEditor({ ...sampleProgramme, [guichet]: wrong })
    await editor.start()
    await editor.diagnostics(guichet, (all) => all.length > 0)
    const uri = editor.uri(guichet).replace('guichet', 'g%75ichet')
    const shown = (one: string) => codes(editor?.shown.get(one)?.diagnostics ?? []).length
    const textDocument = { uri, languageId: 'markdown', version: 1, text: wrong }
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument })
    await editor.until(() =>
      shown(uri) === 1 && shown(editor?.uri(guichet) ?? '') === 0 ? true : undefined,
    )
    await editor.connection.sendNotification('textDocument/didClose', { textDocument })
    await editor.until(() =>
      shown(uri) === 0 && shown(editor?.uri(guichet) ?? '') === 1 ? true : undefined,
    )
  })
})

describe('diagnostics that are asked for', () => {
  it('are those of the text being typed; nothing is sent', async () => {
    const editor = sampleEditor()
    const { capabilities } = await editor.start(asking)
    expect(capabilities.diagnosticProvider).toMatchObject({
      interFileDependencies: true,
      workspaceDiagnostics: true,
    })
    await editor.open(guichet, wrong)
    const report = await editor.ask<DocumentDiagnosticReport & { items: Diagnostic[] }>(
      'textDocument/diagnostic',
      guichet,
    )
    expect(codes(report.items)).toEqual(['reference/vocabulary'])
    expect(
      await editor.ask('textDocument/diagnostic', guichet, { previousResultId: report.resultId }),
    ).toEqual({
      kind: 'unchanged',
      resultId: report.resultId,
    })
    expect(editor.shown.size).toBe(0)
  })

  it('of all files, and again when one makes another wrong', async () => {
    const editor = sampleEditor()
    await editor.start(asking)
    await editor.open('sources.yaml', '[]\n')
    const all = await editor.connection.sendRequest<WorkspaceDiagnosticReport>(
      'workspace/diagnostic',
      { previousResultIds: [] },
    )
    const wrongFiles = all.items.filter(
      (item) => item.kind === 'full' && codes(item.items).includes('reference/source'),
    )
    expect(wrongFiles.map(({ uri }) => uri)).toEqual(
      ['axis', 'courrier', 'guichet'].map((name) => editor.uri(`axes/services/${name}.md`)),
    )
    await editor.until(() =>
      editor.heard.includes('workspace/diagnostic/refresh') ? true : undefined,
    )
  })

  it('are not worked out when the question is taken back', async () => {
    const editor = sampleEditor()
    await editor.start(asking)
    await editor.open(guichet, wrong)
    const { CancellationTokenSource } = await import('vscode-languageserver/node')
    const source = new CancellationTokenSource()
    const answer = editor.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: editor.uri(guichet) } },
      source.token,
    )
    source.cancel()
    await expect(answer).rejects.toMatchObject({ code: -32800 })
  })
})
