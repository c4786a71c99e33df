import { expect, it } from 'vitest'
import { decidedDesk } from './decided-desk.ts'
import { type Desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'
import { smallProgramme } from './small-programme.ts'

const nextEdition = (here: Desk) =>
  here.edit('programme.yaml', 'edition: "1", date: 2025-06-01', 'edition: "2", date: 2025-09-01')
const changes = (here: Desk) => {
  here.cahier('publish', '--format', 'txt', '--out', 'sortie')
  const book = here.files().find((path) => /^sortie\/[^/]+\.txt$/.test(path)) ?? ''
  return plain(here.read(book)).replace(/\s+/g, ' ')
}

it('keeps the edition beside the texts, once, and check finds nothing wrong with it', () => {
  const here = decidedDesk()
  const { code, out } = here.cahier('publish', '--record')
  expect(code).toBe(0)
  expect(plain(out)).toMatch(/\nécrit : editions\/1\.json\n$/)
  expect(JSON.parse(here.read('editions/1.json'))).toMatchObject({
    edition: '1',
    date: '2025-06-01',
    identifier: 'petit-programme',
    measures: [
      {
        id: 'guichet',
        number: 1,
        title: 'Garantir un guichet',
        status: 'adopted',
        round: '2025-03-01',
      },
    ],
  })
  expect(here.cahier('check').code).toBe(0)
  const published = here.read('dist/1/SHA256SUMS')
  expect(published).toContain('  record/editions/1.json\n')
  const again = here.cahier('publish', '--record')
  expect([again.code, plain(again.out).split('\n').at(-2)]).toEqual([
    0,
    'L’édition 1 est déjà consignée, telle quelle.',
  ])
  expect(here.read('dist/1/SHA256SUMS')).toBe(published)
})

it('shows what it would keep, and writes nothing', () => {
  const here = decidedDesk()
  const before = here.files()
  expect(plain(here.cahier('publish', '--record', '--dry-run').out)).toContain(
    'serait écrit : editions/1.json\n    {\n      "edition": "1",',
  )
  expect(here.files()).toEqual(before)
})

it('refuses to write over an edition that was another one, says what differs, and writes nothing', () => {
  const here = decidedDesk()
  here.cahier('publish', '--record')
  here.edit('axes/services/guichet.md', 'Le coût est connu', 'Le coût est mal connu')
  here.remove('dist')
  const before = here.files()
  const { code, err } = here.cahier('publish', '--record')
  expect(code).toBe(1)
  expect(plain(err)).toBe(
    'L’édition « 1 » est déjà consignée, et n’est pas celle-ci ; diffèrent : guichet. Une édition remise ne change plus : donnez à celle-ci un autre nom (publication.edition), et son jour (publication.date).\n',
  )
  expect(here.files()).toEqual(before)
  expect(here.cahier('publish').code).toBe(0)
})

it('keeps nothing but the whole', () => {
  const here = decidedDesk()
  for (const words of [
    ['--kind', 'tribune'],
    ['--axis', 'services'],
    ['--status', 'all'],
    ['--for', 'syndicats'],
  ]) {
    const { code, err } = here.cahier('publish', '--record', ...words)
    expect([code, plain(err)]).toEqual([
      2,
      'cahier : --record garde l’édition entière : sans --kind, --status, --for, --axis, --horizon ni --scale\n',
    ])
  }
  expect(here.has('editions')).toBe(false)
})

it('the next edition says what changed since, and what happened to each proposal', () => {
  const here = decidedDesk()
  here.cahier('publish', '--record')
  nextEdition(here)
  here.edit('axes/services/guichet.md', 'Le coût est connu', 'Le coût est mal connu')
  here.cahier('publish')
  const page = plain(here.read('dist/2/site/changements.html'))
  expect(page).toContain(
    'Les explications ou les sources ont été revues ; ce qui est proposé n’a pas changé.',
  )
  expect(plain(here.read('dist/2/site/services/guichet.html'))).toContain(
    'Imprimée dans l’édition 1.',
  )
  expect(here.cahier('publish', '--record').code).toBe(0)
  expect(here.has('editions/2.json')).toBe(true)
})

it('names the edition after the workspace, and prints what people wrote of it', () => {
  const workspace = emptyDesk()
  for (const [path, text] of Object.entries(smallProgramme))
    workspace.write(`programme/${path}`, text)
  workspace.write('programme/package.json', '{"name": "@essai/programme", "version": "2025.1.0"}')
  workspace.write('.changeset/config.json', '{}')
  workspace.write('.changeset/README.md', '---\n"@essai/programme": minor\n---\n\nMode d’emploi.\n')
  workspace.write(
    '.changeset/a.md',
    '---\n"@essai/programme": minor\n---\n\nLe guichet a été *relu*.\n',
  )
  workspace.write('.changeset/b.md', '---\n"autre": minor\n---\n\nRien à voir.\n')
  const here = decidedDesk(workspace.inside('programme'))
  here.cahier('publish', '--record', '--out', '../avant')
  here.edit('programme.yaml', 'edition: "1", date: 2025-06-01', 'date: 2025-09-01')
  const waiting = changes(here)
  expect(waiting).toContain('Le guichet a été relu.')
  expect(waiting).not.toMatch(/Rien à voir|Mode d’emploi|minor/)
  workspace.remove('.changeset/a.md')
  here.write(
    'CHANGELOG.md',
    '# @essai/programme\n\n## 2025.1.0\n\n### Minor Changes\n\n- Deux phrases de plus.\n\n## 2025.0.0\n\n- Avant.\n',
  )
  expect(changes(here)).toMatch(/Deux phrases de plus\./)
  expect(changes(here)).not.toMatch(/Minor|Avant\.|relu/)
  here.cahier('publish', '--record', '--out', '../apres')
  expect(here.has('editions/2025.1.0.json')).toBe(true)
})
