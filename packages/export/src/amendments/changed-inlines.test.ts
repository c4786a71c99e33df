import fc from 'fast-check'
import type { PhrasingContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { leavesOf } from '../print/leaf.ts'
import { changedInlines } from './changed-inlines.ts'

const t = (value: string): PhrasingContent => ({ type: 'text', value })
const em = (...children: PhrasingContent[]): PhrasingContent => ({ type: 'emphasis', children })

describe('a block compared with its amendment', () => {
  it('keeps unchanged words, and marks whole words', () => {
    expect(changedInlines([t('sous quarante-cinq jours')], [t('sous vingt jours')])).toEqual([
      t('sous '),
      { type: 'deletion', children: [t('quarante-cinq')] },
      { type: 'insertion', children: [t('vingt')] },
      t(' jours'),
    ])
  })

  it('marks equal words with another emphasis', () => {
    expect(changedInlines([t('un droit '), t('réel')], [t('un droit '), em(t('réel'))])).toEqual([
      t('un droit '),
      { type: 'deletion', children: [t('réel')] },
      { type: 'insertion', children: [em(t('réel'))] },
    ])
  })

  it('restores each version, letters and formats, without the other', () => {
    const word = fc.constantFrom('eau', 'l’école', 'prix libre', '12 %', '.', ' ', 'réseau')
    const inline: fc.Arbitrary<PhrasingContent> = fc.oneof(
      word.map(t),
      word.map((value) => em(t(value))),
      fc.constant<PhrasingContent>({ type: 'break' }),
    )
    const block = fc.array(inline, { maxLength: 8 })
    fc.assert(
      fc.property(block, block, (old, newer) => {
        const changed = changedInlines(old, newer)
        expect(dressed(without(changed, 'insertion'))).toEqual(dressed(old))
        expect(dressed(without(changed, 'deletion'))).toEqual(dressed(newer))
      }),
    )
  })
})

function without(nodes: readonly PhrasingContent[], left: string): PhrasingContent[] {
  return nodes.flatMap((node) => {
    if (node.type === left) return []
    return node.type === 'insertion' || node.type === 'deletion' ? node.children : [node]
  })
}

// Each character with what it stands in.
function dressed(nodes: readonly PhrasingContent[]): string[] {
  return leavesOf(nodes).flatMap(({ text, within }) =>
    [...text].map((letter) => `${letter} ${within.map(({ type }) => type).join(' ')}`),
  )
}
