import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { planOpening, recheck } from '@cahier/consensus'
import { buildProgramme, readDocument, readFolder, wholeDigest } from '@cahier/core'
import { lint } from '@cahier/lint'
import { afterEach, describe, expect, it } from 'vitest'
import type { RenameFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { after, decided, type Files } from '../samples/sample-decided.ts'
import { covered, SampleEditor } from '../samples/sample-editor.ts'
import { sampleProgramme } from '../samples/sample-programme.ts'

const guichet = 'axes/services/guichet.md'
const capabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename' as const] } },
  textDocument: { rename: { prepareSupport: true } },
}

let editor: SampleEditor
afterEach(() => editor.stop())

/** Renames what stands at `|`, and writes the change to the disk as an editor would. */
async function renamed(path: string, marked: string, newName: string): Promise<void> {
  await apply(await editor.askAt<WorkspaceEdit>('textDocument/rename', path, marked, { newName }))
}

async function apply({ documentChanges = [] }: WorkspaceEdit): Promise<void> {
  for (const change of documentChanges as (TextDocumentEdit | RenameFile)[]) {
    if ('kind' in change) renameSync(fileURLToPath(change.oldUri), fileURLToPath(change.newUri))
    else {
      const { uri } = change.textDocument
      const text = TextDocument.create(uri, '', 0, readFileSync(fileURLToPath(uri), 'utf8'))
      editor.save(
        fileURLToPath(uri).slice(editor.root.length + 1),
        TextDocument.applyEdits(text, change.edits as never),
      )
    }
  }
}

/** What the folder on the disk has wrong, as `lint` and `check` would say. */
function faults(): readonly string[] {
  const programme = buildProgramme(readFolder(editor.root))
  const said = [...lint(programme), ...recheck(programme).findings].filter(
    ({ severity }) => severity === 'error',
  )
  return said.map(({ path, message }) => `${path} ${message}`)
}

/** All that `lint` and `check` say of the folder, and where. */
function said(): readonly string[] {
  const programme = buildProgramme(readFolder(editor.root))
  return [...lint(programme), ...recheck(programme).findings]
    .map(({ path, rule, place: { start } }) => `${path}:${start.line} ${rule}`)
    .sort()
}

describe('renaming', () => {
  it('a proposal takes its file, its round, its stances, its amendments and its place in editions with it', {
    tags: ['long'],
  }, async () => {
    const files = decided()
    editor = new SampleEditor(files)
    await editor.start(capabilities)
    const text = files[guichet] as string
    expect(
      await editor.askAt(
        'textDocument/prepareRename',
        guichet,
        text.replace('Garantir', 'Gar|antir'),
      ),
    ).toMatchObject({
      placeholder: 'guichet',
    })
    const marked = text.replace('Garantir', 'Gar|antir')
    const edit = await editor.askAt<WorkspaceEdit>('textDocument/rename', guichet, marked, {
      newName: 'accueil',
    })
    // An editor asks before it moves a file: once it has, a look at the disk would find its new
    // name taken.
    const moving = [{ oldUri: editor.uri(guichet), newUri: editor.uri('axes/services/accueil.md') }]
    expect(
      await editor.connection.sendRequest('workspace/willRenameFiles', { files: moving }),
    ).toBe(null)
    await apply(edit)
    expect(
      [
        'axes/services/accueil.md',
        'decisions/accueil.yaml',
        'decisions/accueil/2025-01-10/text.md',
        'amendments/accueil/canton.md',
      ].filter((path) => !existsSync(`${editor.root}/${path}`)),
    ).toEqual([])
    expect(faults()).toEqual([])
    const positions = readFileSync(`${editor.root}/positions/exemple-a.yaml`, 'utf8')
    expect(positions).toContain('\n  accueil:\n')
    expect(positions).toContain('\nserial: 2\n')
    expect(readFileSync(`${editor.root}/amendments/accueil/canton.md`, 'utf8')).toContain(
      '[ici](accueil.md)',
    )
  })

  it('a collective takes its stances, and those that rounds counted, with it', {
    tags: ['long'],
  }, async () => {
    const files = decided()
    editor = new SampleEditor(files)
    await editor.start(capabilities)
    await renamed(
      guichet,
      (files[guichet] as string).replace('[exemple-a]', '[exem|ple-a]'),
      'les-accueillants',
    )
    expect(
      existsSync(`${editor.root}/decisions/guichet/2025-01-10/positions/les-accueillants.yaml`),
    ).toBe(true)
    expect(faults()).toEqual([])
  })

  /** The decided sample with a second axis, and all that names the first. */
  function withTwoAxes(): Files {
    const files = decided()
    const axis = files['axes/services/axis.md'] as string
    const manifest = (files['programme.yaml'] as string)
      .replace('axes: [services]', 'axes: [services, outils]')
      .replace('decision: {', 'decision: {rules: {services: {method: consent}}, ')
    const two: Files = {
      ...files,
      'programme.yaml': `${manifest}lint-paths:\n  - {paths: [axes/services], levels: {typography/ellipsis: off}}\n`,
      'axes/outils/axis.md':
        '---\ntitle: Outils\nquestion: Lesquels ?\n---\n\nVoir [le guichet](../services/guichet.md#pourquoi).\n',
      'research/cout.md':
        '---\ntitle: Le coût\naxis: services\nlead: exemple-a\nstate: open\n---\n\nCombien ?\n',
      'lint-baseline.yaml': 'axes/services/guichet.md:\n  style/long-sentence: 1\n',
    }
    const base = wholeDigest(
      readDocument({ path: 'axes/services/axis.md', text: axis }, 'axis'),
      [],
    )
    const amendment = `---\namends: services\nbase: ${base}\nby: exemple-b\ndate: 2025-02-01\n---\n\n## Motifs\n\nVoir [ici](guichet.md).\n\n## Texte\n\nIntroduction{++ et suite++} [@insee-2022].\n`
    return { ...two, 'amendments/services/suite.md': amendment }
  }

  function expectAxisRenamed(before: readonly string[]): void {
    const read = (path: string) => readFileSync(`${editor.root}/${path}`, 'utf8')
    expect(existsSync(`${editor.root}/axes/services`)).toBe(false)
    expect(read('programme.yaml')).toContain('axes: [accueil, outils]')
    expect(read('programme.yaml')).toContain('rules: {accueil: {method: consent}}')
    expect(read('programme.yaml')).toContain('paths: [axes/accueil]')
    expect(read('lint-baseline.yaml')).toContain('axes/accueil/guichet.md:')
    expect(read('axes/outils/axis.md')).toContain('(../accueil/guichet.md#pourquoi)')
    expect(read('research/cout.md')).toContain('axis: accueil')
    expect(read('amendments/accueil/suite.md')).toContain('amends: accueil\n')
    // Between neighbours nothing has changed.
    expect(read('axes/accueil/guichet.md')).toContain('(courrier.md)')
    const named = said().map((one) => one.replaceAll('accueil', 'services'))
    expect(named.sort()).toEqual(before)
  }

  it('an axis takes its folder, its amendments, and its place in the manifest with it', {
    tags: ['long'],
  }, async () => {
    const files = withTwoAxes()
    editor = new SampleEditor(files)
    const before = said()
    await editor.start(capabilities)
    const axis = files['axes/services/axis.md'] as string
    await renamed(
      'axes/services/axis.md',
      axis.replace('title: Services', 'title: Serv|ices'),
      'accueil',
    )
    expectAxisRenamed(before)
  })

  it('the folder of an axis in the list of files is renaming the axis', {
    tags: ['long'],
  }, async () => {
    editor = new SampleEditor(withTwoAxes())
    const before = said()
    await editor.start(capabilities)
    const files = [{ oldUri: editor.uri('axes/services'), newUri: editor.uri('axes/accueil') }]
    await apply(
      await editor.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', { files }),
    )
    renameSync(join(editor.root, 'axes/services'), join(editor.root, 'axes/accueil'))
    expectAxisRenamed(before)
  })

  it('is refused whole where the editor moves no files, and done where none moves', async () => {
    editor = new SampleEditor()
    await editor.start({ workspace: { workspaceEdit: { documentChanges: true } } })
    const text = sampleProgramme[guichet] as string
    const ask = (marked: string, newName: string) =>
      editor.askAt<WorkspaceEdit>('textDocument/rename', guichet, marked, { newName })
    await expect(ask(text.replace('Garantir', 'Gar|antir'), 'accueil')).rejects.toThrow(
      /cet éditeur ne dit pas savoir/,
    )
    expect(
      (await ask(text.replace('@insee', '@in|see'), 'insee-renoncement')).documentChanges?.length,
    ).toBeGreaterThan(1)
  })

  it('changes texts and files together in an editor that names moves alone among what it can do, as Neovim', async () => {
    editor = new SampleEditor()
    await editor.start({
      workspace: { workspaceEdit: { resourceOperations: ['create', 'rename', 'delete'] } },
    })
    const marked = (sampleProgramme[guichet] as string).replace('Garantir', 'Gar|antir')
    const { documentChanges = [] } = await editor.askAt<WorkspaceEdit>(
      'textDocument/rename',
      guichet,
      marked,
      { newName: 'accueil' },
    )
    expect(documentChanges.some((change) => 'edits' in change)).toBe(true)
    expect(
      documentChanges.some(
        (change) => 'oldUri' in change && change.oldUri === editor?.uri(guichet),
      ),
    ).toBe(true)
  })

  it('is refused for a name that no file can bear here', async () => {
    editor = new SampleEditor({
      ...sampleProgramme,
      'decisions/courriel.yaml': 'proposal: courriel\n',
    })
    await editor.start(capabilities)
    const marked = (sampleProgramme[guichet] as string).replace('Garantir', 'Gar|antir')
    for (const [name, why] of [
      ['axis', /ne peut pas nommer un fichier/],
      ['2025', /ne peut pas nommer un fichier/],
      ['services', /existe déjà/],
      // Left behind by somebody: to write over it would lose it.
      ['courriel', /il y a déjà decisions\/courriel/i],
    ] as const)
      await expect(
        editor.askAt('textDocument/rename', guichet, marked, { newName: name }),
      ).rejects.toThrow(why)
  })

  it('a source is renamed wherever it is cited, and the digest that amendments start from follows', async () => {
    const files = decided()
    editor = new SampleEditor(files)
    await editor.start(capabilities)
    await renamed(
      'sources.yaml',
      (files['sources.yaml'] as string).replace('insee-2022', 'in|see-2022'),
      'insee-renoncement',
    )
    expect(faults()).toEqual([])
    const { whole } = buildProgramme(readFolder(editor.root)).proposals.find(
      ({ id }) => id === 'guichet',
    ) ?? { whole: '' }
    expect(readFileSync(`${editor.root}/amendments/guichet/canton.md`, 'utf8')).toContain(
      `base: ${whole}\n`,
    )
  })

  it('is refused, with a reason, where it would change what members spoke on', async () => {
    const signed: Readonly<Record<string, string>> = {
      ...decided(),
      'positions/exemple-b.yaml.sig': '-----BEGIN SSH SIGNATURE-----\n',
    }
    editor = new SampleEditor(signed)
    await editor.start(capabilities)
    const text = signed[guichet] as string
    const ask = (marked: string, newName: string) =>
      editor.askAt('textDocument/rename', guichet, marked, { newName })
    await expect(ask(text.replace('Garantir', 'Gar|antir'), 'accueil')).rejects.toThrow(
      /Le fichier positions\/exemple-b\.yaml est signé/,
    )
    await expect(ask(text.replace('@insee', '@in|see'), 'cour-2023')).rejects.toThrow(/existe déjà/)
    await expect(ask(text.replace('@insee', '@in|see'), 'Été 2022')).rejects.toThrow(
      /par exemple «\u00A0ete-2022\u00A0»/,
    )
    await expect(ask(text.replace('national', 'nati|onal'), 'pays')).rejects.toThrow(
      /ne se renomment que/,
    )
    expect(
      await editor.askAt(
        'textDocument/prepareRename',
        guichet,
        text.replace('national', 'nati|onal'),
      ),
    ).toBe(null)
  })

  it('is refused where the name is part of what another proposal asks', async () => {
    const courrier = 'axes/services/courrier.md'
    const linked = {
      ...sampleProgramme,
      [courrier]: (sampleProgramme[courrier] as string).replace(
        'horizon: moyen',
        'horizon: moyen\nrequires: [guichet]',
      ),
    }
    const files = after(linked, (programme) =>
      planOpening(programme, 'courrier', { day: '2025-01-10', closes: '2025-01-20' }),
    )
    editor = new SampleEditor(files)
    await editor.start(capabilities)
    const context = editor.askAt(
      'textDocument/rename',
      guichet,
      (files[guichet] as string).replace('Garantir', 'Gar|antir'),
      {
        newName: 'accueil',
      },
    )
    await expect(context).rejects.toThrow(/ce que propose «\u00A0courrier\u00A0»/)
  })

  it('a file in the list of files is renaming what it holds; the editor moves that file itself', async () => {
    editor = new SampleEditor(decided())
    await editor.start(capabilities)
    const files = [{ oldUri: editor.uri(guichet), newUri: editor.uri('axes/services/accueil.md') }]
    const edit = await editor.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
      files,
    })
    await apply(edit)
    renameSync(join(editor.root, guichet), join(editor.root, 'axes/services/accueil.md'))
    expect(existsSync(`${editor.root}/decisions/accueil.yaml`)).toBe(true)
    expect(faults()).toEqual([])
    const elsewhere = [
      { oldUri: editor.uri('sources.yaml'), newUri: editor.uri('references.yaml') },
    ]
    expect(
      await editor.connection.sendRequest('workspace/willRenameFiles', { files: elsewhere }),
    ).toBe(null)
  })

  it('a page in the list of files is followed by the links that lead to it', {
    tags: ['long'],
  }, async () => {
    const readme = '# Le programme\n\nPour aider, [lisez](AIDE.md#ou), [ici](./AIDE.md).\n'
    editor = new SampleEditor({
      ...decided(),
      'README.md': readme,
      'AIDE.md': '# Aider\n\n## Où\n\n[Le programme](README.md).\n',
    })
    const before = faults()
    await editor.start(capabilities)
    const renamedTo = async (from: string, to: string) => {
      const files = [{ oldUri: editor.uri(from), newUri: editor.uri(to) }]
      return await editor.connection.sendRequest<WorkspaceEdit | null>(
        'workspace/willRenameFiles',
        { files },
      )
    }
    await apply((await renamedTo('AIDE.md', 'PARTICIPER.md')) as WorkspaceEdit)
    renameSync(join(editor.root, 'AIDE.md'), join(editor.root, 'PARTICIPER.md'))
    expect(readFileSync(join(editor.root, 'README.md'), 'utf8')).toContain(
      '[lisez](PARTICIPER.md#ou), [ici](PARTICIPER.md)',
    )
    expect(faults()).toEqual(before)
    expect(await renamedTo('RIEN.md', 'AUTRE.md')).toBe(null)
  })

  it('several files at once in the list of files are several renamings', async () => {
    editor = new SampleEditor(decided())
    const before = faults()
    await editor.start(capabilities)
    const names = [
      ['guichet', 'accueil'],
      ['courrier', 'lettre'],
    ] as const
    const at = (name: string) => `axes/services/${name}.md`
    const uriAt = (name: string) => editor?.uri(at(name))
    const files = names.map(([from, to]) => ({ oldUri: uriAt(from), newUri: uriAt(to) }))
    await apply(
      await editor.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', { files }),
    )
    for (const [from, to] of names)
      renameSync(join(editor.root, at(from)), join(editor.root, at(to)))
    expect(existsSync(`${editor.root}/decisions/accueil.yaml`)).toBe(true)
    expect(faults()).toEqual(before)
    expect(readFileSync(join(editor.root, 'axes/services/axis.md'), 'utf8')).not.toMatch(
      /guichet\.md|courrier\.md/,
    )
  })

  it('a file that a renaming moved, and that was moved back, is renamed anew in the list of files', {
    tags: ['long'],
  }, async () => {
    editor = new SampleEditor(decided())
    await editor.start(capabilities)
    const there = 'axes/services/accueil.md'
    await editor.askAt(
      'textDocument/rename',
      guichet,
      (decided()[guichet] as string).replace('Garantir', 'Gar|antir'),
      {
        newName: 'accueil',
      },
    )
    for (const [from, to] of [
      [guichet, there],
      [there, guichet],
    ] as const) {
      renameSync(join(editor.root, from), join(editor.root, to))
      await editor.connection.sendNotification('textDocument/didSave', {
        textDocument: { uri: editor.uri(to) },
      })
      // An answer comes after all that was told before.
      await editor.ask('textDocument/hover', to, { position: { line: 0, character: 0 } })
    }
    const files = [{ oldUri: editor.uri(guichet), newUri: editor.uri(there) }]
    expect(await editor.connection.sendRequest('workspace/willRenameFiles', { files })).not.toBe(
      null,
    )
  })

  it('is of the text that it was asked of, and says so, when more is typed meanwhile', async () => {
    editor = new SampleEditor()
    await editor.start(capabilities)
    const text = sampleProgramme[guichet] as string
    await editor.open(guichet, text)
    const before = text.slice(0, text.indexOf('@insee') + 3).split('\n')
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
    const context = editor.ask<WorkspaceEdit>('textDocument/rename', guichet, {
      position,
      newName: 'insee-neuf',
    })
    await editor.change(guichet, { text: `\n\n${text}` })
    const changes = (await context).documentChanges as TextDocumentEdit[]
    const own = changes.find(({ textDocument }) => textDocument.uri === editor.uri(guichet))
    expect(own?.textDocument.version).toBe(1)
    expect(own?.edits.map(({ range }) => covered(text, range))).toEqual(['insee-2022'])
  })
})
