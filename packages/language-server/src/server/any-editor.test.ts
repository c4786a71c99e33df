// @module-tag long
import { recheck } from '@cahier/consensus'
import { lint, planFormat } from '@cahier/lint'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CodeAction, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import { sampleClients } from '../samples/sample-clients.ts'
import { decided } from '../samples/sample-decided.ts'
import { DAY, ModelEditor } from '../samples/sample-model.ts'
import { sampleScraps } from '../samples/sample-scraps.ts'

const FILES = decided()
const PATHS = [
  ...Object.keys(FILES).filter((path) => !path.startsWith('editions/')),
  'axes/services/un été.md',
]
const NAMES = ['accueil', 'nouveau-nom', 'axis', 'guichet']
const AT = [
  'hover',
  'definition',
  'references',
  'documentHighlight',
  'completion',
  'prepareRename',
  'selectionRange',
]
const OVER = [
  'documentLink',
  'documentSymbol',
  'foldingRange',
  'codeLens',
  'semanticTokens/full',
  'diagnostic',
  'codeAction',
  'inlayHint',
]
const ALL = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }
const CONTEXT = { diagnostics: [], includeDeclaration: true }

type Deed = (editor: ModelEditor) => Promise<void>

const path = fc.constantFrom(...PATHS)
const at = fc.double({ min: 0, max: 1, noNaN: true })
const places = fc.record({
  at,
  removed: fc.constantFrom(0, 0, 1, 3, 40),
  scrap: fc.constantFrom(...sampleScraps),
  whole: fc.boolean(),
})

const typing = fc
  .record({ path, changes: fc.array(places, { minLength: 1, maxLength: 3 }) })
  .map(({ path, changes }): Deed => {
    return async (editor) => {
      await editor.open(path)
      const { length } = editor.text(path).getText()
      const start = (where: number) => Math.floor(where * length)
      const stretches = changes.map(({ at, removed, scrap: text, whole }) => ({
        start: start(at),
        end: start(at) + removed,
        text,
        whole,
      }))
      await editor.type(path, stretches)
    }
  })

const asking = fc
  .record({ path, at, method: fc.constantFrom(...AT, ...OVER), isTakenBack: fc.boolean() })
  .map(
    ({ path, at, method, isTakenBack }): Deed =>
      async (editor) => {
        const position = editor.positionAt(
          path,
          Math.floor(at * editor.text(path).getText().length),
        )
        await editor.ask(
          `textDocument/${method}`,
          path,
          { position, positions: [position], range: ALL, context: CONTEXT },
          isTakenBack,
        )
      },
  )

const windows = fc.record({ path, kind: fc.constantFrom('open', 'close', 'save') }).map(
  ({ path, kind }): Deed =>
    (editor) =>
      editor[kind](path),
)

// One file, or many as when another branch is checked out.
const disk = fc.record({ path, kind: fc.constantFrom('write', 'remove', 'checkout') }).map(
  ({ path, kind }): Deed =>
    async (editor) => {
      if (kind === 'checkout')
        for (const [other, text] of Object.entries(FILES)) editor.write(other, text)
      else if (kind === 'write') editor.write(path, `${editor.text(path).getText()}\n`)
      else if (!editor.isOpen(path) && editor.isThere(path) && path !== 'programme.yaml')
        editor.write(path, null)
      await editor.lookAtDisk()
    },
)

const formatting = path.map(
  (path): Deed =>
    async (editor) => {
      if (!editor.isOpen(path)) return
      const text = editor.text(path)
      const edits = await editor.ask<TextEdit[]>('textDocument/formatting', path, {
        options: { tabSize: 2, insertSpaces: true },
      })
      const formatted = planFormat(editor.programme, (one) => one === path).get(path)
      expect(editor.edited(text, edits ?? [])).toBe(formatted ?? text.getText())
      await editor.apply({ changes: { [editor.uri(path)]: edits ?? [] } })
    },
)

const mending = fc.record({ path, at }).map(
  ({ path, at }): Deed =>
    async (editor) => {
      const actions =
        (await editor.ask<CodeAction[]>('textDocument/codeAction', path, {
          range: ALL,
          context: CONTEXT,
        })) ?? []
      const action = actions[Math.floor(at * (actions.length - 0.1))]
      const whole =
        action?.edit === undefined && action !== undefined
          ? await editor.ask<CodeAction>('codeAction/resolve', path, action)
          : action
      if (whole?.edit !== undefined) await editor.apply(whole.edit)
    },
)

const renaming = fc.record({ path, at, newName: fc.constantFrom(...NAMES) }).map(
  ({ path, at, newName }): Deed =>
    async (editor) => {
      await editor.open(path)
      const named = [
        ...editor
          .text(path)
          .getText()
          .matchAll(/(?<=title: )\w|(?<=@)\w|(?<=name: )\w|guichet|services|exemple-a/g),
      ]
      const offset = named[Math.floor(at * named.length)]?.index ?? 0
      const before = countsOf(editor)
      const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', path, {
        position: editor.positionAt(path, offset),
        newName,
      })
      if (edit === null) return
      await editor.apply(edit)
      // A name that changed makes nothing wrong that was right.
      const grown = [...countsOf(editor)].filter(([rule, count]) => count > (before.get(rule) ?? 0))
      expect(grown).toEqual([])
    },
)

function countsOf({ programme }: ModelEditor): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const all = [...lint(programme, { day: DAY }), ...recheck(programme).findings]
  for (const { rule } of all) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

const deeds = fc.array(
  fc.oneof(typing, typing, asking, asking, windows, windows, disk, formatting, mending, renaming),
  {
    minLength: 3,
    maxLength: 12,
  },
)

it.each(sampleClients)(
  'in $name, after anything, what is said is what lint says of the same texts',
  async (client) => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const editor = new ModelEditor(client, FILES)
        try {
          await editor.start()
          for (const deed of all) await deed(editor)
          await editor.settles()
        } finally {
          await editor.stop()
        }
      }),
      { numRuns: 4 },
    )
  },
)
