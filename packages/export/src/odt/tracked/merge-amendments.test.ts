import fc from 'fast-check'
import type { PhrasingContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { mergeAmendments, type ProposedBlock } from './merge-amendments.ts'
import type { Authorship } from './track-changes.ts'

const by: Authorship = { creator: 'Les ondes courtes', date: '2026-04-20T00:00:00', reasons: [] }
const t = (value: string): PhrasingContent => ({ type: 'text', value })
const gone = (value: string): PhrasingContent => ({ type: 'deletion', children: [t(value)] })
const come = (value: string): PhrasingContent => ({ type: 'insertion', children: [t(value)] })
const call: PhrasingContent = { type: 'noteCall', note: 'a', number: 1, call: 1 }
const wish = (...nodes: PhrasingContent[]): ProposedBlock => ({ by, nodes })

describe('weaving amendments into a block', () => {
  it('changes the words and leaves links, emphasis and notes alone', () => {
    const printed: PhrasingContent[] = [
      t('sous '),
      { type: 'emphasis', children: [t('trente jours')] },
      call,
      t(' ouvrés'),
    ]
    const { nodes, leftOut } = mergeAmendments(printed, [
      wish(t('sous '), gone('trente'), come('vingt'), t(' jours'), call, t(' ouvrés')),
    ])
    expect(leftOut.size).toBe(0)
    expect(accepted(nodes)).toBe('sous vingt jours◆ ouvrés')
    expect(refused(nodes)).toBe('sous trente jours◆ ouvrés')
    expect(nodes).toContainEqual(call)
  })

  it('changes a part of code', () => {
    const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value })
    const { nodes } = mergeAmendments(
      [t('Taper '), code('ls -la'), t('.')],
      [wish(t('Taper ls '), gone('-la'), come('-l'), t('.'))],
    )
    expect(nodes).toContainEqual(code('ls '))
    expect(nodes).toContainEqual(
      expect.objectContaining({ type: 'deletion', children: [code('-la')] }),
    )
  })

  it('changes letters inside a word', () => {
    const { nodes } = mergeAmendments(
      [t('la commune adoptée')],
      [wish(t('la commune adopt'), gone('ée'), come('er'))],
    )
    expect(accepted(nodes)).toBe('la commune adopter')
  })

  it('locates words where the amendment has a note in brackets', () => {
    const printed = [t('Un tiers'), call, t(' des adultes renonce.')]
    const { nodes } = mergeAmendments(printed, [
      wish(t('Un tiers (INSEE, 2022) des '), gone('adultes'), come('personnes'), t(' renonce.')),
    ])
    expect(accepted(nodes)).toBe('Un tiers◆ des personnes renonce.')
    const { nodes: taken } = mergeAmendments(printed, [
      wish(gone('Un tiers (INSEE, 2022)'), come('Beaucoup'), t(' des adultes renonce.')),
    ])
    expect(accepted(taken)).toBe('Beaucoup des adultes renonce.')
    expect(refused(taken)).toBe('Un tiers◆ des adultes renonce.')
  })

  it('locates words around two notes that follow one another', () => {
    const printed = [t('Un tiers'), call, t('\u202F'), call, t(' des adultes renonce.')]
    const notes = ' (INSEE, 2022) (CNIL, 2023)'
    const { nodes, leftOut } = mergeAmendments(printed, [
      wish(t(`Un tiers${notes} des `), gone('adultes'), come('personnes'), t(' renonce.')),
    ])
    expect(leftOut.size).toBe(0)
    expect(accepted(nodes)).toBe('Un tiers◆\u202F◆ des personnes renonce.')
    const { nodes: bare } = mergeAmendments(printed, [
      wish(t('Un tiers'), gone(notes), t(' des adultes renonce.')),
    ])
    expect(accepted(bare)).toBe('Un tiers des adultes renonce.')
  })

  it('does not take words of a note for those of the block', () => {
    const printed = [t('Selon l’État'), call, t(' et les villes'), call, t(', tout va.')]
    const { nodes } = mergeAmendments(printed, [
      wish(
        t('Selon l’État (Les champs et les villes, 2020)'),
        gone(' et les villes (Mairie de Rennes)'),
        t(', tout va.'),
      ),
    ])
    expect(accepted(nodes)).toBe('Selon l’État◆, tout va.')
  })

  it('merges two amendments, and leaves out the later one when they overlap', () => {
    const printed = [t('Le préfet suspend les travaux de cinq mégawatts.')]
    const first = wish(
      t('Le '),
      gone('préfet'),
      come('maire'),
      t(' suspend les travaux de cinq mégawatts.'),
    )
    const far = wish(
      t('Le préfet suspend les travaux de '),
      gone('cinq'),
      come('deux'),
      t(' mégawatts.'),
    )
    const close = wish(
      t('Le '),
      gone('préfet suspend'),
      come('préfet interdit'),
      t(' les travaux de cinq mégawatts.'),
    )
    const { nodes, leftOut } = mergeAmendments(printed, [first, far, close])
    expect(accepted(nodes)).toBe('Le maire suspend les travaux de deux mégawatts.')
    expect([...leftOut]).toEqual([close])
  })

  it('leaves out an amendment to words that are not there', () => {
    const { nodes, leftOut } = mergeAmendments(
      [t('Rien de tel.')],
      [wish(t('Un autre texte '), gone('tout à fait'), t('.'))],
    )
    expect(leftOut.size).toBe(1)
    expect(nodes).toEqual([t('Rien de tel.')])
  })

  it('restores the printed block when all is rejected, the amendment when all is accepted', {
    tags: ['long'],
  }, () => {
    fc.assert(
      fc.property(blockAndWishes, ({ printed, proposed }) => {
        const { nodes, leftOut } = mergeAmendments(printed, proposed)
        expect(refused(nodes)).toBe(refused(printed))
        const [first] = proposed
        if (first !== undefined && proposed.length === 1 && !leftOut.has(first))
          expect(accepted(nodes)).toBe(accepted(first.nodes))
        if (first !== undefined) expect(leftOut.has(first)).toBe(false)
      }),
    )
  })
})

const word = fc.constantFrom(
  'la',
  'loi',
  'dit',
  'que',
  'l’eau',
  'est',
  'à',
  'tous',
  '48\u00A0%',
  '«\u00A0oui\u00A0»',
  '🜁',
)
const piece = fc.oneof(
  { weight: 6, arbitrary: word.map((value) => t(`${value} `)) },
  word.map((value): PhrasingContent => ({ type: 'emphasis', children: [t(value), t(' ')] })),
  word.map(
    (value): PhrasingContent => ({
      type: 'link',
      url: 'https://example.org',
      children: [{ type: 'text', value: `${value} ` }],
    }),
  ),
  fc.constant(call),
  fc.constant<PhrasingContent>({ type: 'break' }),
)
const hand = fc.array(
  fc.constantFrom('keep', 'keep', 'keep', 'delete', 'insert before', 'replace'),
  { minLength: 12, maxLength: 12 },
)
const blockAndWishes = fc
  .record({
    printed: fc.array(piece, { minLength: 1, maxLength: 12 }),
    hands: fc.array(hand, { minLength: 1, maxLength: 3 }),
    said: word,
  })
  .map(({ printed, hands, said }) => ({
    printed,
    proposed: hands.map((acts) =>
      wish(...printed.flatMap((node, index) => amended(node, acts[index] ?? 'keep', said))),
    ),
  }))

function amended(node: PhrasingContent, act: string, said: string): PhrasingContent[] {
  const deletedInto: PhrasingContent = { type: 'deletion', children: [node] }
  if (act === 'delete') return [deletedInto]
  if (act === 'replace') return [deletedInto, come(`${said} `)]
  return act === 'keep' ? [node] : [come(`${said} `), node]
}

function accepted(nodes: readonly PhrasingContent[]): string {
  return words(nodes, 'deletion')
}

function refused(nodes: readonly PhrasingContent[]): string {
  return words(nodes, 'insertion')
}

function words(nodes: readonly PhrasingContent[], without: string): string {
  return nodes
    .map((node) => {
      if (node.type === without) return ''
      if ('children' in node) return words(node.children, without)
      return node.type === 'text' ? node.value : node.type === 'break' ? '\n' : '◆'
    })
    .join('')
}
