import { afterEach, expect, it } from 'vitest'
import type { CompletionItem, Diagnostic } from 'vscode-languageserver'
import { SampleEditor } from '../samples/sample-editor.ts'

let editor: SampleEditor
afterEach(() => editor.stop())

async function opened(name: string, languageId: string, text: string): Promise<string> {
  const uri = editor.uri(name)
  const textDocument = { uri, languageId, version: 1, text }
  await editor.connection.sendNotification('textDocument/didOpen', { textDocument })
  return uri
}

const shown = (uri: string): Promise<readonly Diagnostic[]> =>
  editor.until(() => editor.shown.get(uri)?.diagnostics)

it('checks and completes .cahier.yaml where there is no programme', async () => {
  editor = new SampleEditor({})
  await editor.start()
  const text = 'lint:\n  level: {style/speling: off}\n  \n'
  const uri = await opened('.cahier.yaml', 'yaml', text)
  expect((await shown(uri)).map(({ code }) => code)).toEqual(['structure/schema'])
  const answer = await editor.connection.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position: { line: 2, character: 2 },
  })
  const items = Array.isArray(answer) ? answer : (answer as { items: CompletionItem[] }).items
  expect(items.map(({ label }) => label).sort()).toEqual(['ignored', 'levels', 'options', 'paths'])
})

it('lints a text as the settings of its folder ask', async () => {
  editor = new SampleEditor({ '.cahier.yaml': 'lint: {levels: {typography: off}}\n' })
  await editor.start()
  const uri = await opened('a.md', 'markdown', "L'accueil est ouvert. Le le guichet aussi.\n")
  expect((await shown(uri)).map(({ code }) => code)).toEqual(['style/repeated-word'])
})
