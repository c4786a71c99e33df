import { expect, it } from 'vitest'
import { importing, published, sendBack } from './sent-back.ts'

const FILE = 'axes/services/guichet.md'
const AMENDMENT = 'amendments/guichet/retour-exemple-b.md'

it('starts from the text that was printed, rebuilt from the amendments that were adopted since', () => {
  const here = published()
  const before = here.cahier('digest', FILE, '--whole').out.trim()
  sendBack(here, [['deux jours par semaine', 'trois jours par semaine']])
  expect(importing(here).code).toBe(0)
  expect(here.cahier('adopt', 'guichet', 'retour-exemple-b').code).toBe(0)
  sendBack(here, [['Le coût est connu', 'Le coût est bien connu']])
  expect(importing(here)).toMatchObject({ code: 0, out: expect.not.stringContaining('--base') })
  const second = here.read('amendments/guichet/retour-exemple-b-2.md')
  expect(second).toContain(`base: ${before}`)
  expect(second).toContain('Le coût est{++ bien++} connu')
})

it('starts from the text that was printed, found in git or in the bundle, when it has changed since', () => {
  const here = published()
  const { git } = here
  sendBack(here, [['deux jours par semaine', 'trois jours par semaine']])
  const before = here.cahier('digest', FILE, '--whole').out.trim()
  here.edit(FILE, 'Le coût est connu', 'Le coût est bien connu')
  const lost = importing(here)
  expect(lost.out.replace(/\s+/g, ' ')).toContain(
    'pour : guichet. Donnez l’édition d’où vient le document avec --base',
  )
  expect(here.has(AMENDMENT)).toBe(false)

  expect(importing(here, '--base', 'envoi', '--dry-run').out).toContain('{~~deux~>trois~~}')
  here.edit(FILE, 'Le coût est bien connu', 'Le coût est connu')
  git('init', '-q', '-b', 'main')
  git('add', 'axes', 'programme.yaml')
  git('commit', '-qm', 'Un programme')
  here.edit(FILE, 'Le coût est connu', 'Le coût est bien connu')
  expect(importing(here).code).toBe(0)
  expect(here.read(AMENDMENT)).toContain(`base: ${before}`)
  expect(here.read(AMENDMENT)).not.toContain('bien connu')
  expect(here.cahier('adopt', 'guichet', 'retour-exemple-b').code).toBe(0)
  expect(here.read(FILE)).toContain('ouvert trois jours')
  expect(here.read(FILE)).toContain('bien connu')
})

it.each([
  ['withdrawn', 'withdrawn:\n  date: 2025-02-20\n  reason: >-\n    On y reviendra.'],
  ['merged into another', 'replaced-by: courrier'],
])(
  'of a proposal %s since, what was not touched is not looked for, and what was is not lost',
  (_, line) => {
    const here = published()
    const before = here.cahier('digest', FILE, '--whole').out.trim()
    here.edit(FILE, '\n---\n', `\n${line}\n---\n`)
    sendBack(here, [['réponse écrite en un mois', 'réponse écrite en dix jours']])
    expect(importing(here)).toMatchObject({ code: 0, out: expect.not.stringContaining('--base') })
    expect(here.has(AMENDMENT)).toBe(false)
    sendBack(here, [['deux jours par semaine', 'trois jours par semaine']])
    expect(importing(here)).toMatchObject({ code: 0, out: expect.not.stringContaining('--base') })
    expect(here.read(AMENDMENT)).toContain(`base: ${before}`)
    expect(here.read(AMENDMENT)).toContain('{~~deux~>trois~~}')
  },
)

it('starts from the text that was printed when its proposal has another name since', () => {
  const here = published()
  const { git } = here
  sendBack(here, [['deux jours par semaine', 'trois jours par semaine']])
  git('init', '-q', '-b', 'main')
  git('add', 'axes', 'programme.yaml')
  git('commit', '-qm', 'Un programme')
  here.write('axes/services/accueil.md', here.read(FILE))
  here.remove(FILE)
  const wished = 'amendments/accueil/retour-exemple-b.md'
  expect(importing(here, '--dry-run').out).toContain(wished)
  git('add', 'axes')
  git('commit', '-qm', 'Un autre nom')
  here.edit('axes/services/accueil.md', 'Le coût est connu', 'Le coût est bien connu')
  expect(importing(here).code).toBe(0)
  expect(here.read(wished)).toContain('{~~deux~>trois~~}')
  expect(here.cahier('adopt', 'accueil', 'retour-exemple-b').code).toBe(0)
})
