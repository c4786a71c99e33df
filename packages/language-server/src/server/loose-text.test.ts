import { lintLooseText, planLooseFixes, readLooseText } from '@cahier/lint'
import { afterEach, describe, expect, it } from 'vitest'
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  TextEdit,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { SampleEditor } from '../samples/sample-editor.ts'

const UNTITLED = 'untitled:Untitled-1'
const text = '# Un titre\n\nEst ce que c’est loin ?  Oui : « très » loin...\n\n* un\n'

let editor: SampleEditor
afterEach(() => editor.stop())

const found = (its: string) =>
  lintLooseText(readLooseText({ path: 'x.md', text: its })).map(({ rule }) => rule)
const codes = (diagnostics: readonly Diagnostic[] | undefined) =>
  diagnostics?.map(({ code }) => code)

async function opened(
  uri: string,
  capabilities = {},
  files?: Readonly<Record<string, string>>,
): Promise<void> {
  editor = new SampleEditor(files)
  await editor.start(capabilities)
  const textDocument = { uri, languageId: 'markdown', version: 1, text }
  await editor.connection.sendNotification('textDocument/didOpen', { textDocument })
}

const about = (uri: string, more = {}) => ({ textDocument: { uri }, ...more })
const shownFor = (uri: string, version: number) =>
  editor.until(() =>
    editor.shown.get(uri)?.version === version ? editor.shown.get(uri)?.diagnostics : undefined,
  )

describe('a Markdown text that is not saved yet', () => {
  it('is told what a loose text is, as it is typed, and nothing more once closed', async () => {
    await opened(UNTITLED)
    expect(found(text)).not.toEqual([])
    expect(codes(await shownFor(UNTITLED, 1))).toEqual(found(text))
    const contentChanges = [
      {
        range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } },
        text: 'Plus rien.\n',
      },
    ]
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: UNTITLED, version: 2 },
      contentChanges,
    })
    expect(codes(await shownFor(UNTITLED, 2))).toEqual(found('# Un titre\n\nPlus rien.\n\n* un\n'))
    await editor.connection.sendNotification('textDocument/didClose', about(UNTITLED))
    await editor.until(() =>
      editor.shown.get(UNTITLED)?.diagnostics.length === 0 ? true : undefined,
    )
  })

  it('of which there is too much to say is told the gravest, and how much more there is', {
    tags: ['long'],
  }, async () => {
    const its = 'Loin ; très loin...\n\n'.repeat(900)
    const all = lintLooseText(readLooseText({ path: 'x.md', text: its }))
    await opened(UNTITLED)
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: UNTITLED, version: 2 },
      contentChanges: [{ text: its }],
    })
    const shown = (await shownFor(UNTITLED, 2)) ?? []
    const warnings = all.filter(({ severity }) => severity === 'warning').length
    expect([shown.length, shown.filter(({ severity }) => severity === 2).length]).toEqual([
      1000,
      Math.min(999, warnings),
    ])
    expect(shown.at(-1)?.message).toBe(
      `De ce fichier, ${all.length - 999} autres remarques ne sont pas montrées ici\u00A0: «\u00A0cahier lint\u00A0» les donne toutes.`,
    )
  })

  it('is fixed and shown in outline, and not formatted: that is for texts of a programme', async () => {
    await opened(UNTITLED)
    const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } }
    const all = about(UNTITLED, { range, context: { diagnostics: [], only: ['source.fixAll'] } })
    const [action] = await editor.connection.sendRequest<CodeAction[]>(
      'textDocument/codeAction',
      all,
    )
    const applied = (edits: TextEdit[]) =>
      TextDocument.applyEdits(TextDocument.create(UNTITLED, 'markdown', 1, text), edits)
    expect(applied(action?.edit?.changes?.[UNTITLED] ?? [])).toBe(
      planLooseFixes([{ path: 'x.md', text }]).texts.get('x.md'),
    )
    const options = { tabSize: 2, insertSpaces: true }
    const edits = await editor.connection.sendRequest<TextEdit[]>(
      'textDocument/formatting',
      about(UNTITLED, { options }),
    )
    expect(edits).toEqual([])
    const symbols = await editor.connection.sendRequest<DocumentSymbol[]>(
      'textDocument/documentSymbol',
      about(UNTITLED),
    )
    expect(symbols.map(({ name }) => name)).toEqual(['Un titre'])
  })

  it('is told to an editor that asks', async () => {
    await opened(UNTITLED, {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    })
    const ask = (more = {}) =>
      editor.connection.sendRequest<DocumentDiagnosticReport & { items?: Diagnostic[] }>(
        'textDocument/diagnostic',
        about(UNTITLED, more),
      )
    const report = await ask()
    expect(codes(report.items)).toEqual(found(text))
    expect(await ask({ previousResultId: report.resultId })).toEqual({
      kind: 'unchanged',
      resultId: report.resultId,
    })
    expect(editor.shown.size).toBe(0)
    // Opened again, another text has the same version.
    await editor.connection.sendNotification('textDocument/didClose', about(UNTITLED))
    const textDocument = { uri: UNTITLED, languageId: 'markdown', version: 1, text: 'Plus rien.\n' }
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument })
    expect(await ask({ previousResultId: report.resultId })).toMatchObject({
      kind: 'full',
      items: [],
    })
  })
})

describe('a Markdown file of no programme', () => {
  it('is read where no programme is before the editor, and left alone beside one', async () => {
    const uri = 'file:///nowhere/note.md'
    await opened(uri, {}, {})
    expect(codes(await shownFor(uri, 1))).toEqual(found(text))
    await editor.stop()
    await opened(uri)
    expect(await editor.connection.sendRequest('textDocument/diagnostic', about(uri))).toEqual({
      kind: 'full',
      items: [],
    })
  })
})
