import { buildProgramme } from '@cahier/core'
import { expect, it } from 'vitest'
import { decided } from '../samples/sample-decided.ts'
import { nameEdits } from './name-edits.ts'
import { movesOf } from './renaming.ts'

it('a file whose name has signs that are to be fixed moves, and no other', () => {
  const paths = [
    'axes/a/c++.md',
    'axes/a/ccc.md',
    'positions/a[b.yaml',
    'decisions/ccc/2025-01-01/positions/a[b.yaml',
    'collectives/a[b.yaml',
  ]
  const programme = buildProgramme({
    sources: paths.map((path) => ({ path, text: '' })),
    assets: [],
    findings: [],
  })
  expect(movesOf(programme, { kind: 'proposal', id: 'c++' }, 'langage')).toEqual([
    { from: 'axes/a/c++.md', to: 'axes/a/langage.md' },
  ])
  expect(movesOf(programme, { kind: 'collective', id: 'a[b' }, 'ab').map(({ to }) => to)).toEqual([
    'collectives/ab.yaml',
    'positions/ab.yaml',
    'decisions/ccc/2025-01-01/positions/ab.yaml',
  ])
})

it('an axis with the id of a member is renamed without touching the copied stances of that member', () => {
  const programme = buildProgramme({
    sources: Object.entries(decided()).map(([path, text]) => ({ path, text })),
    assets: [],
    findings: [],
  })
  const copies = (kind: 'axis' | 'collective') =>
    nameEdits(programme, { kind, id: 'exemple-a' }, 'autre', []).filter(({ path }) =>
      path.startsWith('decisions/guichet/2025-01-10/positions/'),
    )
  expect(copies('axis')).toEqual([])
  expect(copies('collective')).toHaveLength(1)
})
