import { describe, expect, it } from 'vitest'
import { sampleEdition } from '../samples/sample-edition.ts'
import { match, outsideContents, published, textAt } from './sample-odt.ts'

describe('anchors', () => {
  const { content } = published(sampleEdition)
  const paragraphs = [...outsideContents(content).matchAll(/<text:[ph] ([^>]*?)(\/?)>/g)].map(
    ([, attributes = '', empty]) => ({
      attributes,
      empty,
    }),
  )

  it('names every block, and stretches a bookmark over all text', () => {
    expect(paragraphs.length).toBeGreaterThan(90)
    for (const { attributes, empty } of paragraphs) {
      const name = /xml:id="([A-Za-z_][A-Za-z0-9_]{0,39})"/.exec(attributes)?.[1]
      expect(name, attributes).toBeDefined()
      if (empty === '')
        expect(content).toMatch(
          new RegExp(
            `<text:bookmark-start text:name="${name}"/>.*<text:bookmark-end text:name="${name}"/>`,
          ),
        )
    }
  })

  it('names blocks after the proposal and their rank in its file, each once', () => {
    const names = match(content, /<text:bookmark-start text:name="([^"]+)"/g)
    expect(new Set(names).size).toBe(names.length)
    expect(textAt(content, 'b_1_4')).toContain('La même enquête')
    expect(textAt(content, 'b_1_9')).toBe('un soir par semaine\u202F;')
    expect(textAt(content, 'b_1_request_partis')).toContain('Reprendre le texte')
  })

  it('leaves the printed number out of the anchored text', () => {
    expect(content).toContain('§1.4</text:span><text:tab/><text:bookmark-start text:name="b_1_4"/>')
    expect(textAt(content, 'b_1_title')).toBe('Garantir par la loi guichet, téléphone et courrier')
  })

  it('leads every link and every line of the contents to a bookmark', () => {
    const names = new Set(match(content, /<text:bookmark-start text:name="([^"]+)"/g))
    const targets = match(content, /xlink:href="#([^"]+)"/g)
    expect(targets.length).toBeGreaterThan(8)
    expect(targets.filter((target) => !names.has(target))).toEqual([])
  })

  it('keeps two works apart whose names are cut at forty letters', () => {
    const [work] = sampleEdition.bibliography
    if (work === undefined) throw new Error('the sample has works')
    const long = 'une-source-dont-le-nom-est-vraiment-tres-tres-long'
    const { content: cut } = published({
      ...sampleEdition,
      bibliography: [
        { ...work, id: `${long}-1` },
        { ...work, id: `${long}-2` },
      ],
    })
    const names = match(cut, /xml:id="(w_une[^"]+)" ?[^>]*>(?=<text:bookmark-start)/g).filter(
      (name) => !name.includes('remark'),
    )
    expect(new Set(names).size).toBeGreaterThanOrEqual(2)
    expect(names.every((name) => name.length <= 40)).toBe(true)
  })
})
