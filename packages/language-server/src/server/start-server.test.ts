import { expect, it, onTestFinished } from 'vitest'
import type { DocumentSymbol } from 'vscode-languageserver'
import { sampleEditors } from '../samples/sample-editor.ts'
import { sampleProgramme } from '../samples/sample-programme.ts'

const { sampleEditor } = sampleEditors(onTestFinished)

const guichet = 'axes/services/guichet.md'
const position = { line: 0, character: 0 }

it('what is asked too early has its answer, and holds up nothing of what comes after', {
  tags: ['long'],
}, async () => {
  const editor = sampleEditor()
  await expect(editor.ask('textDocument/hover', guichet, { position })).rejects.toMatchObject({
    code: -32002,
  })
  await editor.start()
  await editor.open(
    guichet,
    (sampleProgramme[guichet] as string).replace('horizon: court', 'horizon: Court'),
  )
  expect((await editor.diagnostics(guichet)).map(({ code }) => code)).toEqual([
    'reference/vocabulary',
  ])
})

it('what is asked right after the first words waits for somebody to answer it', async () => {
  const editor = sampleEditor()
  const [, symbols] = await Promise.all([
    editor.start(),
    editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', guichet),
  ])
  expect(symbols.map(({ name }) => name)).toEqual(['Garantir un guichet'])
})

it('an editor that goes away without a word takes the server with it', async () => {
  const editor = sampleEditor({})
  await editor.start()
  editor.hangUp()
  await expect.poll(() => editor.left).toContain(1)
})

it('an editor introduces itself once, and is answered nothing more once it has taken leave', async () => {
  const editor = sampleEditor()
  await editor.start()
  await expect(editor.start()).rejects.toMatchObject({ code: -32600 })
  await editor.open(guichet, sampleProgramme[guichet] as string)
  expect(await editor.ask('textDocument/hover', guichet, { position })).toBe(null)
  await editor.connection.sendRequest('shutdown')
  for (const method of ['textDocument/hover', 'workspace/symbol', 'initialize', 'shutdown'])
    await expect(editor.ask(method, guichet, { position })).rejects.toMatchObject({ code: -32600 })
  await editor.connection.sendNotification('exit')
  await expect.poll(() => editor.left).toContain(0)
})
