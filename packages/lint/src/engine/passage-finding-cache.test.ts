import { buildProgramme, type Kind, readDocument } from '@cahier/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { passagesIn } from '../document/passages-in.ts'
import { byPlace } from '../document/places.ts'
import { lintLooseText, looseRules } from '../loose/lint-loose-text.ts'
import { readLooseText } from '../loose/read-loose-text.ts'
import { sampleProgramme } from '../sample-programme.ts'
import { lintText } from './lint-text.ts'
import { PassageFindingCache } from './passage-finding-cache.ts'
import { type Settings, settingsOf } from './settings.ts'
import { SWITCH_RULE } from './switches.ts'

const settings = settingsOf(
  buildProgramme({ sources: sampleProgramme, assets: [], findings: [] }).manifest,
)

const HEAD =
  '---\ntitle: Garantir un guichet\nsummary: "Un guichet, des gens; et du temps."\n---\n\n'
/**
 * No rule of passages of the body may ask what is there: of a body that stays, what was found
 * is said again under another head.
 */
const HEADS = [
  HEAD,
  '---\ntitle: Fermer les guichets\nsummary: Plus rien.\nwithdrawn: 2025-01-01\naction: interdire\nauthors: [exemple-a]\n---\n\n',
  '---\ntitle: [Sans fin\n---\n\n',
  '',
]
const BLOCKS = [
  "L'école et l'eau : il faut, il faut pouvoir en en parler…",
  '# Pourquoi',
  'Le [lien][a] et le *mot*; puis «un autre» - enfin 12% de 10000 €.',
  '[a]: https://exemple.fr/ "L\'eau"',
  '- Un; deux\n- Trois !\n  quatre',
  '| A; b | c ! |\n| --- | --- |\n| "d" | e... |',
  'This is a long sentence that is written in English, and it is not French at all.',
  '> Le XXème siecle prévoit à l’avance, et **lesanimaux**.',
  'Une note[^1] et `du code; là`.',
  '[^1]: La note; elle parle.',
  '{++un ajout; là++} et {--un retrait !--}',
  '<!-- cahier off style/spelling -->',
  '> Le [lien][a] et le *mot*; puis «un autre»\n> et 12% de 10000 €.',
  'Le [lien][b], [a] et [b][]; puis "un autre".',
  '[b]: https://exemple.fr/b',
  'Nom   Part ; ou rien\n----  ---- ----\nEau   12% ; ou 13%',
  'Nom   Part ; ou rien',
  '----  ---- ----',
  'Eau   12% ; ou 13%',
  'On ouvre\n-un guichet',
  '- On ouvre\n-un guichet',
]
const block = fc.constantFrom(...BLOCKS)
const head = fc.option(fc.constantFrom(...HEADS), { nil: undefined, freq: 3 })
const edit = fc.oneof(
  fc.record({
    head,
    at: fc.nat(600),
    drop: fc.nat(3),
    text: fc.constantFrom('', 'a', ' ', ';', '\n', '\n\n', '*', '[', ']', '\u00A0', 'é', '’', '"'),
  }),
  fc.record({
    head,
    at: fc.nat(600),
    drop: fc.nat(80),
    text: block.map((one) => `\n\n${one}\n\n`),
  }),
)

it('looks again at what changed alone, and at each field of the head, of which rules ask what stands beside it', () => {
  const memory = new PassageFindingCache()
  const looked = (text: string) => {
    const document = readDocument({ path: 'axes/services/guichet.md', text }, 'proposal')
    return passagesIn(document, settings).flatMap((passage) => {
      let again = false
      memory.look(passage, document, settings, [], () => {
        again = true
        return true
      })
      return again ? [passage.text] : []
    })
  }
  const fields = ['Garantir un guichet', 'Un guichet, des gens; et du temps.']
  expect(looked(`${HEAD}Un.\n\nDeux.\n`)).toEqual([...fields, 'Un.', 'Deux.'])
  expect(looked(`${HEAD}Un.\n\nTrois.\n\nDeux.\n`)).toEqual([...fields, 'Trois.'])
})

/**
 * Files of all kinds, in two languages, with the line ends of two systems: what is found in one is
 * remembered for all.
 */
const file = fc.record({
  kind: fc.constantFrom<Kind>('proposal', 'axis', 'page', 'amendment'),
  settings: fc.constantFrom<Settings>(settings, { ...settings, language: 'en' }),
  ending: fc.constantFrom('\n', '\n', '\r\n'),
})

it('remembers nothing but what would be found, whatever was looked at before', () => {
  const memory = new PassageFindingCache()
  let kept = 0
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 8 }),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      file,
      (blocks, edits, { kind, settings, ending }) => {
        let [top, body] = [HEAD, blocks.join('\n\n')]
        for (const { head = top, at, drop, text: typed } of [
          { head: undefined, at: 0, drop: 0, text: '' },
          ...edits,
        ]) {
          top = head
          body = body.slice(0, at) + typed + body.slice(at + drop)
          const text = (top + body).replaceAll('\n', ending)
          const read = () => readDocument({ path: `axes/services/${kind}.md`, text }, kind)
          const remembered = lintText(read(), settings, undefined, memory)
          expect(remembered).toEqual(lintText(read(), settings))
          kept += remembered.length
        }
      },
    ),
    { numRuns: 60 },
  )
  expect(kept).toBeGreaterThan(0)
})

it('all rules say of a loose text, whatever was looked at before, what each says by itself', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      const document = readLooseText({ path: 'a.md', text: blocks.join('\n\n') })
      // A comment of no use is only known once all rules have spoken.
      const all = lintLooseText(document).filter(({ rule }) => rule !== SWITCH_RULE)
      const alone = looseRules
        .filter(({ id }) => id !== SWITCH_RULE)
        .flatMap(({ id }) => lintLooseText(document, { rule: id }))
      expect(all).toEqual(alone.sort(byPlace))
    }),
    { numRuns: 60 },
  )
})

it('says where a passage stands now', () => {
  const memory = new PassageFindingCache()
  const lint = (text: string) =>
    lintText(
      readDocument({ path: 'axes/services/guichet.md', text }, 'proposal'),
      settings,
      undefined,
      memory,
    ).filter(({ rule }) => rule === 'typography/apostrophe')
  const before = lint(`${HEAD}L'eau.\n`)
  const after = lint(`${HEAD}Un.\n\nL'eau.\n`)
  expect([before[0]?.place.start.line, after[0]?.place.start.line]).toEqual([6, 8])
  expect(after[0]?.edits?.[0]?.start).toBe((before[0]?.edits?.[0]?.start ?? 0) + 'Un.\n\n'.length)
})
