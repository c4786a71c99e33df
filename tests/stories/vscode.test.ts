import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { type FakeEditor, fakeEditor } from './fake-vscode.ts'
import { plain } from './plain.ts'

const extension = fileURLToPath(new URL('../../packages/vscode/dist/extension', import.meta.url))
const open: FakeEditor[] = []
afterEach(async () => {
  for (const editor of open.splice(0)) await editor.close()
})

async function opened({ folder }: Desk, language = 'fr'): Promise<FakeEditor> {
  expect(existsSync(extension)).toBe(true)
  const editor = fakeEditor(extension, folder, language)
  open.push(editor)
  await editor.activate()
  return editor
}

it('shows the axes, the proposals and where each stands', async () => {
  const editor = await opened(desk())
  const tree = editor.trees.get('cahier.programme')
  expect(editor.contexts.get('cahier.active')).toBe(true)
  const axes = (await tree?.getChildren()) ?? []
  const proposals = (await tree?.getChildren(axes[0])) ?? []
  const items = proposals.map((one) => tree?.getTreeItem(one))
  expect(items.map((item) => item?.label)).toContain('Garantir un guichet')
  expect(items[0]).toMatchObject({
    description: expect.stringContaining('projet'),
    contextValue: 'proposal',
  })
})

it('reads nothing in a folder without a programme, where one may be created', async () => {
  const here = desk()
  rmSync(join(here.folder, 'programme.yaml'))
  const editor = await opened(here)
  expect(editor.contexts.has('cahier.active')).toBe(false)
  expect(await editor.trees.get('cahier.programme')?.getChildren()).toEqual([])
  // The server never started: nobody answers to a new name.
  expect(await editor.renameAt(`${here.folder}/axes/services/guichet.md`, 0, 0, 'accueil')).toBe(
    undefined,
  )
  expect(editor.commands.has('cahier.create')).toBe(true)
})

it('shows until when a proposal is open, and that amendments wait on it', async () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2099-01-01')
  here.write(
    'amendments/guichet/trois.md',
    '---\namends: guichet\nby: exemple-a\n---\n\n## Motifs\n\nTrois.\n',
  )
  const tree = (await opened(here)).trees.get('cahier.programme')
  const [axis] = (await tree?.getChildren()) ?? []
  const items = ((await tree?.getChildren(axis)) ?? []).map((one) => tree?.getTreeItem(one))
  expect(items.find((item) => item?.label === 'Garantir un guichet')).toMatchObject({
    description: expect.stringMatching(/en consultation · 2099-01-01 · ±1$/),
    contextValue: 'proposal consulted amended',
  })
})

it('asks for a stance, shows what would be written, and writes it once that is agreed to', async () => {
  const here = desk()
  const editor = await opened(here)
  editor.answers.push(
    'exemple-a',
    'd1',
    'guichet',
    'objection',
    'Le délai est trop court.',
    'Un an.',
  )
  await editor.commands.get('cahier.stance')?.()
  expect(plain(editor.messages.join(''))).toContain('serait écrit : positions/exemple-a.yaml')
  expect(here.has('positions/exemple-a.yaml')).toBe(false)
  editor.answers.push(
    'exemple-a',
    'd1',
    'guichet',
    'objection',
    'Le délai est trop court.',
    'Un an.',
    'Écrire',
  )
  await editor.commands.get('cahier.stance')?.()
  expect(here.read('positions/exemple-a.yaml')).toContain('Le délai est trop court.')
  expect(here.read('positions/exemple-a.yaml')).toContain('by: d1')
})

it('says what an answer lacks, or that there is nothing to choose from, and writes nothing', async () => {
  const here = desk()
  const editor = await opened(here)
  editor.answers.push('exemple-a', 'd1', 'guichet', 'objection', ' ')
  await editor.commands.get('cahier.stance')?.()
  await editor.commands.get('cahier.close')?.()
  expect(editor.messages.map((one) => one.trim())).toEqual([
    'Il faut un argument.',
    'Il n’y a rien à choisir ici.',
  ])
  expect(here.has('positions/exemple-a.yaml')).toBe(false)
})

it('shows of a file that is there already what would change in it', async () => {
  const here = desk()
  here.cahier(
    'stance',
    'exemple-a',
    'guichet',
    'objection',
    '--argument',
    'Le délai est trop court.',
  )
  const editor = await opened(here)
  editor.answers.push('exemple-a', 'd1', 'sobriete', 'abstention')
  await editor.commands.get('cahier.stance')?.()
  expect(plain(editor.messages.join(''))).toContain('stance: abstention')
  expect(plain(editor.messages.join(''))).toMatch(/− serial: 1\n +\+ serial: 2/)
  expect(editor.messages.join('')).not.toMatch(/\{\+|\[-/)
  expect(editor.messages.join('')).not.toContain('collective: exemple-a')
})

it('lets what is long be read whole before it is written', async () => {
  const here = desk()
  const editor = await opened(here)
  editor.answers.push(['guichet'], '2099-01-01', 'Tout lire', 'Écrire')
  await editor.commands.get('cahier.open')?.()
  expect(editor.printed.join('')).toContain('## Pourquoi')
  expect(here.has('decisions/guichet.yaml')).toBe(true)
})

it('takes the line that is lit when none is ticked', async () => {
  const here = desk()
  const editor = await opened(here)
  editor.answers.push('guichet', '2099-01-01', 'Écrire')
  await editor.commands.get('cahier.open')?.()
  expect(here.has('decisions/guichet.yaml')).toBe(true)
})

it('says in the person’s language why a verb refuses', async () => {
  const editor = await opened(desk(), 'en')
  editor.answers.push(['guichet'])
  await editor.commands.get('cahier.close')?.({ kind: 'proposal', proposal: { id: 'guichet' } })
  expect(plain(editor.messages.join(''))).toContain('No round is open')
})

it('opens what it has just made', async () => {
  const here = desk()
  const editor = await opened(here)
  editor.answers.push('proposal', 'services', 'Rouvrir les accueils', 'Écrire')
  await editor.commands.get('cahier.new')?.()
  expect(here.has('axes/services/rouvrir-les-accueils.md')).toBe(true)
  expect(editor.shownFiles).toEqual([`${here.folder}/axes/services/rouvrir-les-accueils.md`])
  const tree = editor.trees.get('cahier.programme')
  const [axis] = (await tree?.getChildren()) ?? []
  const proposals = (await tree?.getChildren(axis)) ?? []
  expect(proposals.map((one) => tree?.getTreeItem(one).label)).toContain('Rouvrir les accueils')
})

it('previews a proposal as it will be published, with no script and nothing from elsewhere', async () => {
  const here = desk()
  const editor = await opened(here)
  const [axis] = (await editor.trees.get('cahier.programme')?.getChildren()) ?? []
  const [proposal] = (await editor.trees.get('cahier.programme')?.getChildren(axis)) ?? []
  await editor.commands.get('cahier.preview')?.(proposal)
  expect(editor.panels[0]).toMatchObject({ title: 'Comme elle sera publiée' })
  expect(editor.panels[0]?.html).toContain('<h1>Garantir un guichet</h1>')
  expect(editor.panels[0]?.html).toContain("default-src 'none'")
  expect(editor.panels[0]?.html).not.toContain('<script')
  await editor.commands.get('cahier.previewAmendments')?.(proposal)
  expect(editor.messages.join('')).toContain('Aucun amendement n’attend sur ce texte.')
})

it('follows the links of a page to another, which is read from its top', async () => {
  const editor = await opened(desk())
  const [axis] = (await editor.trees.get('cahier.programme')?.getChildren()) ?? []
  const [guichet] = (await editor.trees.get('cahier.programme')?.getChildren(axis)) ?? []
  await editor.commands.get('cahier.preview')?.(guichet)
  const address =
    /href="command:cahier\.follow\?([^"]*courrier\.md[^"]*)"/.exec(
      editor.panels[0]?.html ?? '',
    )?.[1] ?? ''
  await editor.commands.get('cahier.follow')?.(...JSON.parse(decodeURIComponent(address)))
  expect(editor.panels.map(({ isClosed }) => isClosed)).toEqual([true, false])
  expect(editor.panels[1]?.html).toContain('services%2Faxis.md')
  expect(editor.panels[1]?.html).not.toMatch(/<a [^>]*href="(?!#|command:|https?:|mailto:)/)
})

it('says why a name is refused, and lets nobody else change it', async () => {
  const here = desk()
  const editor = await opened(here)
  const guichet = `${here.folder}/axes/services/guichet.md`
  const line = here
    .read('axes/services/guichet.md')
    .split('\n')
    .indexOf('[courrier](courrier.md) ne suffit pas.')
  const edit = await editor.renameAt(guichet, line, '[courrier](c'.length, 'guichet')
  // Nothing, which is an answer: without one, the editor asks others.
  expect(edit).toEqual({})
  expect(plain(editor.messages.splice(0).join('').trim())).toBe('« guichet » existe déjà.')
  await editor.renameFile(guichet, `${here.folder}/axes/services/sobriete.md`)
  expect(plain(editor.messages.join('').trim())).toBe(
    'Seul le fichier change de nom, rien d’autre ne suit : annulez (Ctrl+Z). « sobriete » existe déjà.',
  )
})

it('offers the tasks of the program it carries', async () => {
  const here = desk()
  const editor = await opened(here)
  const tasks = (await editor.tasks.get('cahier')?.provideTasks()) ?? []
  const words = ['lint --format github', 'check --format github', 'status', 'publish', 'serve']
  expect(tasks.map(({ execution }) => execution.args.slice(1).join(' '))).toEqual(words)
  const { process, args } = tasks[2]?.execution ?? { process: '', args: [] }
  expect(spawnSync(process, args, { cwd: here.folder, encoding: 'utf8' }).stdout).toContain(
    'guichet',
  )
})
