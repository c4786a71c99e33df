import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'
import { schemaFaults } from './schema-faults.ts'

const twin = `---
title: Ouvrir un guichet à moins de trente minutes
summary: Toute démarche peut être faite en personne, à un guichet.
---

## Pourquoi

Parce qu’il le faut.

## Ce que nous proposons

Un guichet tenu par un agent.
`

it('shows the proposals that say much the same, side by side, and how to make them one', () => {
  const here = desk()
  expect(plain(here.cahier('overlap').out)).toBe('Aucune proposition n’en répète une autre.\n')
  here.write('axes/services/guichet-proche.md', twin)
  const { code, out } = here.cahier('overlap')
  expect(code).toBe(0)
  expect(plain(out)).toContain(
    'Pour n’en faire qu’une :\n  cahier merge-proposals guichet guichet-proche --into NOUVEAU-NOM\n',
  )
  renameSync(
    join(here.folder, 'axes/services/guichet-proche.md'),
    join(here.folder, 'axes/reseaux/guichet-proche.md'),
  )
  expect(plain(here.cahier('overlap').out)).toContain('--into NOUVEAU-NOM --axis AXE\n')
  renameSync(
    join(here.folder, 'axes/reseaux/guichet-proche.md'),
    join(here.folder, 'axes/services/guichet-proche.md'),
  )
  expect(plain(out)).toMatch(/Garantir un guichet +\| Ouvrir un guichet à moins de trente/)
  expect(plain(out)).toMatch(/1 paire à lire côte à côte\.\n$/)
  const narrow = here.where({ COLUMNS: '60' }).cahier('overlap').out
  const lines = narrow.split('\n').filter((line) => !line.includes('cahier merge-proposals'))
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
})

it('reports in JSON, and refuses a threshold that is none', () => {
  const here = desk()
  here.write('axes/services/guichet-proche.md', twin)
  const report = JSON.parse(here.cahier('overlap', '--format', 'json', '--threshold', '0,1').out)
  expect(schemaFaults('report-overlap', report)).toEqual([])
  expect(report.overlaps[0]).toMatchObject({ a: 'guichet', b: 'guichet-proche', related: false })
  expect(here.cahier('overlap', '--threshold', 'beaucoup').code).toBe(2)
})
