import type { PhrasingContent } from 'mdast'
import { expect, it } from 'vitest'
import { sampleEdition } from '../samples/sample-edition.ts'
import { amendmentsPage } from './amendments-page.ts'
import { openSite } from './site.ts'
import { renderSitePage } from './site-page.ts'

const site = openSite(sampleEdition, new Map(), [])
const measure = sampleEdition.chapters[0]?.measures[0]
if (measure === undefined) throw new Error('the sample has measures')
const page = new TextDecoder().decode(renderSitePage(amendmentsPage(measure, site), site).bytes)

it('gives the passage as it is and as it would be, each with its own marks, under the number of the block', () => {
  const [pair = ''] = /<h3>§1\.10<\/h3>[\s\S]*?<\/dl>/.exec(page) ?? []
  expect(pair).toContain(
    '<dt>Texte actuel</dt>\n<dd>un numéro non surtaxé, et la réponse au courrier sous <del>trente</del> <del>quarante-cinq</del> jours ouvrés.',
  )
  expect(pair).toContain(
    '<dt>Texte proposé</dt>\n<dd>un numéro non surtaxé, et la réponse au courrier sous <del>trente</del> <ins>vingt</ins> jours ouvrés.',
  )
})

it('says who asks for it, when and why', () => {
  expect(page).toContain('<h2 id="guichet-delai">Les ondes courtes (exemple), 20 avril 2026</h2>')
  expect(page).toContain('le temps d’une expulsion')
})

it('gives the place of a new paragraph', () => {
  expect(page).toMatch(/<h3>Ajout après §1\.10<\/h3>\s*<p class="new"><ins>Passé ce délai/)
})

it('shows merged paragraphs and deleted blocks', () => {
  const amendment = measure.amendments[0]
  if (amendment === undefined) throw new Error('the sample has an amendment')
  const text = (value: string) => ({ type: 'text' as const, value })
  const deletion = (...children: PhrasingContent[]) => ({ type: 'deletion' as const, children })
  const joined = [
    text('Un.'),
    deletion({ type: 'break' }),
    { type: 'insertion' as const, children: [text(' ')] },
    text('Deux.'),
  ]
  const blocks = [joined, [deletion(text('Trois.'))]].map((nodes, index) => ({
    number: `1.${index + 2}`,
    ordinal: index + 2,
    added: false,
    nodes,
  }))
  const called = amendmentsPage({ ...measure, amendments: [{ ...amendment, blocks }] }, site)
  const shown = new TextDecoder().decode(renderSitePage(called, site).bytes)
  expect(shown).toContain('<dd>Un.<del>¶<br></del>Deux.')
  expect(shown).toMatch(
    /<dd><del>Trois\.<\/del>[\s\S]*?<dt>Texte proposé<\/dt>\n<dd><em>Rien<\/em>/,
  )
})
