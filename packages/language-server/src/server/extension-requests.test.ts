import { planOpening } from '@cahier/consensus'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ProgrammeOutline } from '../features/outline.ts'
import { after } from '../samples/sample-decided.ts'
import { SampleEditor } from '../samples/sample-editor.ts'
import { sampleProgramme } from '../samples/sample-programme.ts'
import { OUTLINE, PREVIEW } from './extension-requests.ts'

let editor: SampleEditor
beforeEach(async () => {
  editor = new SampleEditor()
  await editor.start()
})
afterEach(() => editor.stop())

const path = Object.keys(sampleProgramme).find((one) => /^axes\/[^/]+\/(?!axis)/.test(one)) ?? ''

it('draws the tree of a programme, as it is typed', async () => {
  const before =
    await editor.connection.sendRequest<(ProgrammeOutline & { uri: string })[]>(OUTLINE)
  const proposals = before[0]?.axes.flatMap((axis) => axis.proposals)
  expect(proposals).toContainEqual(
    expect.objectContaining({ id: 'courrier', status: 'draft', standing: 'à l’état de projet' }),
  )
  expect(before[0]?.collectives).toEqual([
    { id: 'exemple-a', title: 'Exemple A', delegates: [{ id: 'd1', title: 'Déléguée' }] },
    { id: 'exemple-b', title: 'Exemple B', delegates: [] },
  ])
  await editor.open(path, '---\ntitle: Un tout autre titre\nsummary: Une phrase.\n---\n')
  const after = await editor.connection.sendRequest<ProgrammeOutline[]>(OUTLINE)
  expect(JSON.stringify(after)).toContain('Un tout autre titre')
})

it('draws the tree of a large programme little by little: what is asked meanwhile is answered first', {
  tags: ['long'],
}, async () => {
  await editor.stop()
  // Texts that somebody spoke on, so that each is read.
  const many = Array.from({ length: 300 }, (_, rank) => `guichet-${rank}`)
  const positions = `programme: exemple\ncollective: exemple-a\nserial: 1\npositions:\n${many.map((id) => `  ${id}: {stance: consent, date: 2025-02-01, text: v1-${'0'.repeat(64)}}\n`).join('')}`
  const texts = many.map((id) => [`axes/services/${id}.md`, sampleProgramme[path] as string])
  editor = new SampleEditor({
    ...sampleProgramme,
    ...Object.fromEntries(texts),
    'positions/exemple-a.yaml': positions,
  })
  await editor.start()
  const answered: string[] = []
  const tree = editor.connection.sendRequest(OUTLINE).then(() => answered.push('tree'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  const hover = editor.ask('textDocument/hover', path, { position: { line: 0, character: 0 } })
  await Promise.all([tree, hover.then(() => answered.push('text'))])
  expect(answered).toEqual(['text', 'tree'])
})

it('says until when the round on a proposal is open', async () => {
  await editor.stop()
  editor = new SampleEditor(
    after(sampleProgramme, (programme) =>
      planOpening(programme, 'guichet', { day: '2025-02-20', closes: '2025-03-20' }),
    ),
  )
  await editor.start()
  const [{ axes } = { axes: [] }] = await editor.connection.sendRequest<ProgrammeOutline[]>(OUTLINE)
  const told = axes
    .flatMap(({ proposals }) => proposals)
    .map(({ id, status, closes }) => [id, status, closes])
  expect(told.sort()).toEqual([
    ['courrier', 'draft', ''],
    ['guichet', 'open', '2025-03-20'],
  ])
})

it('shows the page of a proposal as it is typed, and nothing for what is not printed', {
  tags: ['long'],
}, async () => {
  await editor.open(
    path,
    '---\ntitle: Un tout autre titre\nsummary: Une phrase.\n---\n\n## Pourquoi\n\nParce que.\n',
  )
  const preview = await editor.connection.sendRequest<{ page: string } | null>(PREVIEW, {
    uri: editor.uri(path),
  })
  expect(preview?.page).toContain('<h1>Un tout autre titre</h1>')
  expect(
    await editor.connection.sendRequest(PREVIEW, { uri: editor.uri('programme.yaml') }),
  ).toBeNull()
  expect(await editor.connection.sendRequest(PREVIEW, { uri: 'file:///ailleurs.md' })).toBeNull()
})
