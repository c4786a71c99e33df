import { describe, expect, it } from 'vitest'
import type { Edition } from '../edition/edition.ts'
import type { Measure } from '../edition/printed-measure.ts'
import { tinyPng } from '../loose/sample-folder.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { proposalPreview } from './proposal-preview.ts'

const material = { readAsset: () => tinyPng }

describe('the preview of a proposal', () => {
  it('is its page of the site, with all that it needs inside', () => {
    const { page = '', amendments = '' } = proposalPreview(sampleEdition, 'guichet', material) ?? {}
    expect(page).toContain('<h1>Garantir par la loi guichet, téléphone et courrier</h1>')
    expect(page).toContain('<style>')
    expect(page).not.toContain('<link rel="stylesheet"')
    expect(page).not.toMatch(/ src="(?!data:)/)
    expect(amendments).toContain('Quarante-cinq jours')
  })

  it('carries its pictures', () => {
    const figure = {
      type: 'paragraph' as const,
      children: [
        { type: 'image' as const, url: 'assets/carte.png', alt: 'Une carte', title: null },
      ],
    }
    const page = proposalPreview(
      withFirst({
        sections: [{ id: 'why', title: 'Pourquoi', normative: false, nodes: [figure] }],
      }),
      'guichet',
      material,
    )?.page
    expect(page).toMatch(/<img[^>]* src="data:image\/png;base64,[A-Za-z0-9+/=]+"/)
  })

  it('is null for an unprinted proposal', () => {
    expect(proposalPreview(sampleEdition, 'inconnue', material)).toBeNull()
  })
})

function withFirst(change: Partial<Measure>): Edition {
  const [chapter, ...others] = sampleEdition.chapters
  if (chapter === undefined) return sampleEdition
  const [first, ...rest] = chapter.measures
  return {
    ...sampleEdition,
    chapters: [
      { ...chapter, measures: [{ ...(first as Measure), ...change }, ...rest] },
      ...others,
    ],
  }
}
