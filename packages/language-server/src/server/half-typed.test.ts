// @module-tag long
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { SampleEditor } from '../samples/sample-editor.ts'
import { sampleProgramme } from '../samples/sample-programme.ts'

const amendment =
  '---\namends: guichet\nbase: v1-0\nby: exemple-a\ndate: 2025-02-01\nhead: {title: "{~~a~>b~~}"}\n---\n\n## Motifs\n\nPour [@cour-2023].\n\n## Texte\n\nUn {~~guichet~>lieu~~}.\n'
const positions =
  'programme: exemple\ncollective: exemple-a\nserial: 1\npositions:\n  guichet:\n    stance: consent\n    date: 2025-02-01\n    text: v1-0\n'
const files = {
  ...sampleProgramme,
  'amendments/guichet/lieu.md': amendment,
  'positions/exemple-a.yaml': positions,
}
const SCRAPS = [
  '',
  '\n',
  '- ',
  ': ',
  '[',
  '}',
  '"',
  '---\n',
  '## ',
  '[@',
  '](',
  '\r\n',
  '{++',
  '{~~',
  '*',
  '&a ',
  '!!',
  '𝕏',
  '\t',
  'v1-',
]

const AT = [
  'hover',
  'definition',
  'references',
  'documentHighlight',
  'completion',
  'prepareRename',
].map((name) => `textDocument/${name}`)
const OVER = [
  'documentLink',
  'documentSymbol',
  'foldingRange',
  'codeLens',
  'semanticTokens/full',
  'formatting',
  'diagnostic',
].map((name) => `textDocument/${name}`)

const editor = new SampleEditor(files)
const started = editor.start({ general: { positionEncodings: ['utf-8'] } })
afterAll(() => editor.stop())

const edit = fc.record({
  path: fc.constantFrom(...Object.keys(files)),
  cuts: fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.constantFrom(0, 1, 7, 60),
      scrap: fc.constantFrom(...SCRAPS),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
})

it('any question about any half-typed text has an answer, and symbols and selections hold one another', async () => {
  await started
  await fc.assert(
    fc.asyncProperty(edit, async ({ path, cuts, place }) => {
      let text = files[path as keyof typeof files] as string
      for (const { at, removed, scrap } of cuts) {
        const from = Math.floor(at * text.length)
        text = text.slice(0, from) + scrap + text.slice(from + removed)
      }
      await editor.open(path, text)
      const position = TextDocument.create('x:y', '', 0, text).positionAt(
        Math.floor(place * text.length),
      )
      const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } }
      const more = {
        position,
        context: { includeDeclaration: true, diagnostics: [] },
        range,
        options: { tabSize: 2, insertSpaces: true },
      }
      for (const method of [...AT, ...OVER, 'textDocument/codeAction', 'textDocument/inlayHint'])
        await editor.ask(method, path, more)
      const symbols =
        (await editor.ask<DocumentSymbol[] | null>('textDocument/documentSymbol', path)) ?? []
      for (const symbol of symbols.flatMap((one) => [one, ...(one.children ?? [])])) {
        expect(symbol.name).not.toBe('')
        expect(isInside(symbol.selectionRange, symbol.range)).toBe(true)
      }
      const [selection] =
        (await editor.ask<SelectionRange[] | null>('textDocument/selectionRange', path, {
          positions: [position],
        })) ?? []
      for (let one = selection; one?.parent !== undefined; one = one.parent)
        expect(isInside(one.range, one.parent.range)).toBe(true)
      await editor.connection.sendRequest('workspace/symbol', { query: 'guichet' })
    }),
    { numRuns: 40 },
  )
})

function isInside(inner: SelectionRange['range'], outer: SelectionRange['range']): boolean {
  const isBefore = (a: typeof inner.start, b: typeof inner.start) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character)
  return isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end)
}
